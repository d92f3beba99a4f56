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
"""Golden numbers for the resampler, made by another method than the program's: every resize is a dense matrix, filled in
by looping over a mirrored copy of the input that is long enough, straight from MATLAB's documentation of imresize.

Run from the repository root; writes src/test/resources/org/zeroshotsr/resize/golden.txt, one case a line:
name | inH inW outH outW | scaleRows scaleColumns | input samples | output samples
"""
import numpy as np
from math import ceil, floor, exp


def cubic(x):
    x = abs(x)
    if x <= 1:
        return 1.5 * x**3 - 2.5 * x**2 + 1
    if x <= 2:
        return -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2
    return 0.0


def linear(x):
    return max(0.0, 1 - abs(x))


def gaussian(sigma):
    return lambda x: exp(-0.5 * (x / sigma)**2) if abs(x) < 5 * sigma else 0.0


def matrix(n, m, s, h, width):
    """n input samples to m output samples at scale s; 1-based as in MATLAB."""
    if s < 1:
        kernel = lambda x: s * h(s * x)
        width = width / s
    else:
        kernel = h
    a = np.zeros((m, n))
    for i in range(1, m + 1):
        u = i / s + 0.5 * (1 - 1 / s)
        left = floor(u - width / 2)
        for j in range(left, left + int(ceil(width)) + 2):
            w = kernel(u - j)
            aux = list(range(1, n + 1)) + list(range(n, 0, -1))
            a[i - 1, aux[(j - 1) % (2 * n)] - 1] += w
    return a / a.sum(1, keepdims=True)


def full_correlation(x, k, rows, columns):
    """Sum over k at fractional positions, of the mirrored image interpolated with the cubic in two dimensions."""
    out = np.zeros((len(rows), len(columns)))
    n, m = x.shape
    pad = 40
    p = np.pad(x, pad, mode='symmetric')
    for i, r in enumerate(rows):
        for j, c in enumerate(columns):
            for a in range(k.shape[0]):
                for b in range(k.shape[1]):
                    y, z = r + a, c + b
                    y0, z0 = floor(y), floor(z)
                    v = 0.0
                    for dy in range(-1, 3):
                        for dz in range(-1, 3):
                            v += cubic(y - y0 - dy) * cubic(z - z0 - dz) * p[y0 + dy + pad, z0 + dz + pad]
                    out[i, j] += k[a, b] * v
    return out / k.sum()


rng = np.random.default_rng(7)
lines = []


def write(name, x, y, sr, sc):
    f = lambda a: ' '.join('%.9g' % v for v in a.ravel())
    lines.append('%s | %d %d %d %d | %r %r | %s | %s' % (name, *x.shape, *y.shape, sr, sc, f(x), f(y)))


def case(name, h, width, n, m, N, M, sr, sc):
    x = np.round(rng.uniform(0, 100, (n, m)), 2)
    write(name, x, matrix(n, N, sr, h, width) @ x @ matrix(m, M, sc, h, width).T, sr, sc)


grown = lambda n, s: int(ceil(n * s - 1e-9))
for n, m, fr, fc in [(8, 8, 2, 2), (7, 5, 3, 3), (6, 9, 1.5, 1.5), (5, 8, 1.37, 1.37), (5, 7, 1, 1.5), (4, 5, 2, 1),
                     (1, 9, 2, 2), (2, 3, 4, 1.37)]:
    case('enlarge', cubic, 4, n, m, grown(n, fr), grown(m, fc), fr, fc)
for n, m, fr, fc in [(16, 16, 2, 2), (13, 9, 2, 3), (9, 12, 3, 3), (9, 10, 1.5, 1.5), (11, 14, 1.37, 1.37), (8, 9, 1, 1.5),
                     (8, 8, 4, 4), (1, 9, 2, 2), (3, 5, 8, 8)]:
    for name, h, width in [('cubic', cubic, 4), ('linear', linear, 2), ('gaussian0.6', gaussian(0.6), 6)]:
        if name.startswith('g') and 1 in (fr, fc):
            continue
        case(name, h, width, n, m, grown(n, 1 / fr), grown(m, 1 / fc), 1 / fr, 1 / fc)
# A scale that neither divides the input nor fits the output: a father's warp.
case('enlarge', cubic, 4, 12, 10, 9, 8, 0.77, 0.81)
case('enlarge', cubic, 4, 9, 10, 7, 13, 0.77, 1.3)

# Measured kernels: a lopsided 3x4 one (samples in the Java test), at its centre of mass.
k = np.array([[1, 2, 0, 1], [3, 8, 2, 0], [1, 2, 5, 1.0]])
cy = (k.sum(1) * np.arange(3)).sum() / k.sum()
cx = (k.sum(0) * np.arange(4)).sum() / k.sum()
for n, m, fr, fc in [(8, 10, 2, 2), (9, 9, 3, 3), (9, 8, 1.5, 1.5), (7, 8, 1, 2), (8, 9, 1.37, 1.6)]:
    x = np.round(rng.uniform(0, 100, (n, m)), 2)
    rows = [(i + 0.5) * fr - 0.5 - cy for i in range(grown(n, 1 / fr))]
    columns = [(j + 0.5) * fc - 0.5 - cx for j in range(grown(m, 1 / fc))]
    write('measured', x, full_correlation(x, k, rows, columns), 1 / fr, 1 / fc)

open('src/test/resources/org/zeroshotsr/resize/golden.txt', 'w').write('\n'.join(lines) + '\n')
