/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package org.zeroshotsr.files;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that strangers wrote: no document types, so no entities, and no bottomless nesting. Names in any namespace. */
final class Xml {

	/** OME's own elements are ten deep at most; annotations may hold anything. */
	private static final int DEPTH = 200;

	private Xml() {}

	/** @throws SAXException if it is not well-formed, or more than a plain document */
	static Element root(final String xml) throws IOException, SAXException {
		// said so by the parser in words for programmers
		if (xml.contains("<!DOCTYPE")) throw new SAXException("it declares a DOCTYPE, which OME-XML does not have");
		try {
			// Java's own, whichever others Fiji brings
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEPTH));
			factory.setNamespaceAware(true);
			final DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new Throwing());
			return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
		}
		catch (final ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Java's own would print. */
	private static final class Throwing implements ErrorHandler {

		@Override
		public void warning(final SAXParseException e) {}

		@Override
		public void error(final SAXParseException e) throws SAXException {
			throw e;
		}

		@Override
		public void fatalError(final SAXParseException e) throws SAXException {
			throw e;
		}
	}

	/** All elements of a name below another, at any depth. */
	static List<Element> all(final Element below, final String name) {
		final List<Element> found = new ArrayList<>();
		collect(below, name, found);
		return found;
	}

	private static void collect(final Element below, final String name, final List<Element> found) {
		for (Node node = below.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (!(node instanceof Element)) continue;
			if (name.equals(node.getLocalName())) found.add((Element) node);
			else collect((Element) node, name, found);
		}
	}

	/** The first of them, or null. */
	static Element first(final Element below, final String name) {
		return all(below, name).stream().findFirst().orElse(null);
	}

	/** An attribute, or what older schemas have: an element of that name. Empty where neither is there. */
	static String text(final Element element, final String name) {
		if (element.hasAttribute(name)) return element.getAttribute(name).strip();
		final Element child = first(element, name);
		return child == null ? "" : child.getTextContent().strip();
	}

	/** The first of several names that is there as a number; else NaN. */
	static double number(final Element element, final String... names) {
		return Stream.of(names).mapToDouble(name -> number(text(element, name))).filter(n -> !Double.isNaN(n)).findFirst().orElse(
			Double.NaN);
	}

	private static double number(final String text) {
		try {
			return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			return Double.NaN; // as if it were not there
		}
	}
}
