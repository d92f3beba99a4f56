###
# #%L
# Zero-Shot SR: zero-shot super-resolution for microscopy.
# %%
# Copyright (C) 2026 Zero-Shot SR developers
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###
"""OME-Zarr by other readers and writers (zarr-python 2, numcodecs), for ZarrPythonTest; and the fixtures of BloscTest.

zarr_images.py make FOLDER      images of all kinds: FOLDER/NAME/image.zarr, and beside it in expected.f4 what is in it
zarr_images.py levels IMAGE FILE  checks every level of an image, prints shape and type of each, and writes the full
                                resolution into a file, as float32
zarr_images.py blosc FOLDER     what the test's resources were made by: chunks packed by Blosc
"""
import itertools
import json
import os
import sys

import numcodecs
import numpy as np
import zarr


def samples(shape, dtype, seed):
    random = np.random.RandomState(seed)
    dtype = np.dtype(dtype)
    # smooth and rough parts, so that all ways to pack have something to do
    smooth = np.add.outer(np.arange(shape[-2]), np.arange(shape[-1])) // 7 % 100
    all = np.broadcast_to(smooth, shape) + random.randint(0, 5, shape) * (np.arange(shape[-1]) % 40 > 20)
    if dtype.kind == 'f':
        return (all / 7.0 - 3).astype(dtype)
    if dtype.kind == 'i':
        return (all - 50).astype(dtype)
    return (all * (300 if dtype.itemsize > 1 else 2)).astype(dtype)


def axes(letters):
    kind = {'t': 'time', 'c': 'channel'}
    return [{'name': a, 'type': kind.get(a, 'space')} for a in letters]


def multiscales(letters, scale=None, version='0.4'):
    dataset = {'path': 'full'}
    if scale:
        dataset['coordinateTransformations'] = [{'type': 'scale', 'scale': scale}]
    return {'version': version, 'name': 'by python', 'axes': axes(letters), 'datasets': [dataset]}


def expect(folder, data):
    with open(os.path.join(folder, 'expected.f4'), 'wb') as out:
        out.write(data.astype('<f4').tobytes())


def image(folder, letters, shape, chunks, dtype, seed=0, holes=False, **settings):
    os.makedirs(folder)
    group = zarr.open_group(os.path.join(folder, 'image.zarr'), mode='w')
    group.attrs['multiscales'] = [multiscales(letters, [1.0] * len(shape))]
    array = group.create_dataset('full', shape=shape, chunks=chunks, dtype=dtype, overwrite=True, **settings)
    data = samples(shape, dtype, seed)
    if holes:
        part = tuple(slice(0, c) for c in chunks)
        array[part] = data[part]
    else:
        array[...] = data
    expect(folder, np.nan_to_num(array[...], nan=np.nan, posinf=np.inf, neginf=-np.inf) if dtype[1] == 'f' else array[...])


def make(folder):
    compressors = {'none': None, 'zlib': numcodecs.Zlib(3), 'gzip': numcodecs.GZip(3), 'zstd': numcodecs.Zstd(3),
                   'lz4': numcodecs.LZ4()}
    for name, shuffle in itertools.product(numcodecs.blosc.list_compressors(), (0, 1, 2)):
        compressors['blosc-%s-%d' % (name, shuffle)] = numcodecs.Blosc(name, clevel=5, shuffle=shuffle)
    dtypes = ['|u1', '|i1', '<u2', '>u2', '<i2', '>i2', '<f4', '>f4']
    shapes = [('yx', (70, 90), (32, 40)), ('zyx', (3, 70, 90), (2, 33, 90)), ('cyx', (2, 50, 40), (1, 50, 40)),
              ('tzyx', (2, 3, 40, 50), (1, 2, 16, 16)), ('tczyx', (2, 2, 3, 33, 44), (1, 1, 1, 20, 44)),
              ('tzcyx', (2, 3, 2, 33, 44), (1, 3, 2, 33, 7))]
    random = np.random.RandomState(1)
    for n, (name, compressor) in enumerate(compressors.items()):
        for letters, shape, chunks in shapes[n % 2::2]:
            dtype, order, separator = (choice[random.randint(len(choice))] for choice in (dtypes, 'CF', './'))
            image(os.path.join(folder, '%s-%s-%s%s' % (name, letters, dtype[1:], 'big' if dtype[0] == '>' else '')), letters, shape,
                  chunks, dtype, n, compressor=compressor, order=order, dimension_separator=separator)
    for name, fill in (('nan', float('nan')), ('inf', float('inf')), ('neginf', -float('inf')), ('number', 2.5)):
        image(os.path.join(folder, 'holes-' + name), 'zyx', (2, 50, 60), (1, 32, 32), '<f4', holes=True, fill_value=fill)
    image(os.path.join(folder, 'holes-null'), 'zyx', (2, 50, 60), (1, 32, 32), '<u2', holes=True, fill_value=0)
    path = os.path.join(folder, 'holes-null', 'image.zarr', 'full', '.zarray')
    meta = json.load(open(path))
    meta['fill_value'] = None
    json.dump(meta, open(path, 'w'))
    image(os.path.join(folder, 'holes-seven'), 'yx', (50, 60), (32, 32), '<i2', holes=True, fill_value=-7)
    large = numcodecs.Blosc('blosclz', clevel=9, shuffle=1)
    image(os.path.join(folder, 'large-blosclz'), 'yx', (1000, 1100), (1000, 1100), '<u2', compressor=large)
    image(os.path.join(folder, 'large-lz4'), 'yx', (1000, 1100), (1000, 1100), '<f4', compressor=numcodecs.Blosc('lz4'))
    three(folder)


def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82f63b78 if crc & 1 else 0)
    return (crc ^ 0xffffffff).to_bytes(4, 'little')


def three(folder):
    """Zarr 3 by hand, after the specification: zarr-python 2 does not write it."""
    names = {'|u1': 'uint8', '|i1': 'int8', '<u2': 'uint16', '>u2': 'uint16', '<i2': 'int16', '<f4': 'float32', '>f4': 'float32'}
    gzip, zstd = numcodecs.GZip(5), numcodecs.Zstd(3)
    blosc = numcodecs.Blosc('zstd', clevel=5, shuffle=1)
    codecs = {
        'raw': ([], lambda b: b),
        'gzip': ([{'name': 'gzip', 'configuration': {'level': 5}}], gzip.encode),
        'zstd': ([{'name': 'zstd', 'configuration': {'level': 3, 'checksum': False}}], zstd.encode),
        'blosc': ([{'name': 'blosc', 'configuration': {'cname': 'zstd', 'clevel': 5, 'shuffle': 'shuffle', 'typesize': 2,
                                                       'blocksize': 0}}], blosc.encode),
        'gzip-crc': ([{'name': 'gzip', 'configuration': {'level': 5}}, {'name': 'crc32c'}],
                     lambda b: gzip.encode(b) + crc32c(gzip.encode(b))),
        'crc-zstd': ([{'name': 'crc32c'}, {'name': 'zstd', 'configuration': {}}],
                     lambda b: zstd.encode(bytes(b) + crc32c(bytes(b)))),
    }
    keys = itertools.cycle([('default', '/'), ('default', '.'), ('v2', '.'), ('v2', '/')])
    for (name, (steps, pack)), dtype in itertools.product(codecs.items(), names):
        encoding, separator = next(keys)
        shape, chunk = (2, 2, 30, 41), (1, 2, 16, 20)
        case = os.path.join(folder, 'three-%s-%s%s' % (name, dtype[1:], 'big' if dtype[0] == '>' else ''))
        path = os.path.join(case, 'image.zarr')
        os.makedirs(os.path.join(path, 'full'))
        scales = multiscales('czyx', [1.0, 2.0, 0.5, 0.5])
        del scales['version']
        json.dump({'zarr_format': 3, 'node_type': 'group', 'attributes': {'ome': {'version': '0.5', 'multiscales': [scales]}}},
                  open(os.path.join(path, 'zarr.json'), 'w'))
        bytes_codec = {'name': 'bytes'}
        if dtype[0] != '|':
            bytes_codec['configuration'] = {'endian': 'big' if dtype[0] == '>' else 'little'}
        json.dump({'zarr_format': 3, 'node_type': 'array', 'shape': shape, 'data_type': names[dtype],
                   'chunk_grid': {'name': 'regular', 'configuration': {'chunk_shape': chunk}},
                   'chunk_key_encoding': {'name': encoding, 'configuration': {'separator': separator}},
                   'fill_value': 'NaN' if dtype[1] == 'f' else 3, 'codecs': [bytes_codec] + steps, 'attributes': {},
                   'dimension_names': list('czyx')}, open(os.path.join(path, 'full', 'zarr.json'), 'w'))
        data = samples(shape, dtype, 5)
        whole = np.zeros([-(-s // c) * c for s, c in zip(shape, chunk)], dtype)
        whole[tuple(slice(0, s) for s in shape)] = data
        for at in itertools.product(*(range(-(-s // c)) for s, c in zip(shape, chunk))):
            if at == (1, 0, 1, 1):  # left out
                data[1:2, 0:2, 16:32, 20:40] = np.nan if dtype[1] == 'f' else 3
                continue
            part = whole[tuple(slice(i * c, (i + 1) * c) for i, c in zip(at, chunk))]
            key = ('c' + separator if encoding == 'default' else '') + separator.join(map(str, at))
            file = os.path.join(path, 'full', key)
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, 'wb') as out:
                out.write(pack(part.tobytes()))
        expect(case, data)


def means(array):
    """2 x 2 means of the last two dimensions, of what there is at the edges."""
    sums = np.zeros(array.shape[:-2] + (-(-array.shape[-2] // 2), -(-array.shape[-1] // 2)))
    count = np.zeros(sums.shape[-2:])
    for y, x in itertools.product((0, 1), (0, 1)):
        part = array[..., y::2, x::2].astype('f8')
        sums[..., :part.shape[-2], :part.shape[-1]] += part
        count[:part.shape[-2], :part.shape[-1]] += 1
    return sums / count


def levels(path, file):
    group = zarr.open_group(path, mode='r')
    multiscale = group.attrs['multiscales'][0]
    assert multiscale['version'] == '0.4', multiscale
    last = None
    for number, dataset in enumerate(multiscale['datasets']):
        array = group[dataset['path']][...]
        steps = dataset['coordinateTransformations']
        scale = np.array(steps[0]['scale'])
        shift = np.array(steps[1]['translation']) if len(steps) > 1 else np.zeros(len(scale))
        assert array.ndim == len(multiscale['axes']) == len(scale)
        if last is not None:
            mean = means(last)
            wanted = np.rint(mean) if array.dtype.kind != 'f' else mean.astype('f4')
            assert array.shape == wanted.shape, (array.shape, wanted.shape)
            assert np.array_equal(array, wanted.astype(array.dtype), equal_nan=array.dtype.kind == 'f'), 'level %d' % number
            # the outer edge of the first pixel stays where it is
            assert np.allclose(shift - scale / 2, (last_shift - last_scale / 2)), 'level %d' % number
            assert np.all(scale[-2:] == 2 * last_scale[-2:]) and np.all(scale[:-2] == last_scale[:-2])
        else:
            with open(file, 'wb') as out:
                out.write(array.astype('<f4').tobytes())
        last, last_scale, last_shift = array, scale, shift
        print(number, array.shape, array.dtype)


def blosc(folder):
    size = 40000
    ramp = (np.arange(size) // 3 % 700).astype('<u2')
    ramp[size // 2:] = ramp[:size - size // 2] ^ (np.arange(size - size // 2) % 97 == 0)
    for name, shuffle in itertools.product(numcodecs.blosc.list_compressors(), (0, 1, 2)):
        with open(os.path.join(folder, '%s-%d.blosc' % (name, shuffle)), 'wb') as out:
            out.write(numcodecs.Blosc(name, clevel=9, shuffle=shuffle).encode(ramp))


if __name__ == '__main__':
    {'make': make, 'levels': levels, 'blosc': blosc}[sys.argv[1]](*sys.argv[2:])
