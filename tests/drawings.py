"""Drawings (SVG): hostile ones, in every way to hide what they do, and some that only draw."""

from __future__ import annotations

RUN = "window.ran=1"
ELSEWHERE = "https://elsewhere.invalid"
SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"


def drawing(inner: str, attributes: str = "", before: str = "") -> bytes:
    """A drawing with these parts inside, on and before its root."""
    return (
        f'{before}<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" xmlns:h="{XHTML}" width="300" '
        f'height="300" {attributes}><rect width="300" height="300" fill="green"/>{inner}</svg>'
    ).encode()


def _japanese(hidden: str) -> bytes:
    """A drawing whose encoding knows signs that say nothing: `ESC ( B` cuts names in two."""
    declared = '<?xml version="1.0" encoding="ISO-2022-JP"?>'
    return drawing(hidden.replace("|", "\x1b(B"), before=declared)


# Those that run script when somebody opens them.
RUNS: dict[str, bytes] = {
    "script": drawing(f"<script>{RUN}</script>"),
    "script-in-cdata": drawing(f"<script><![CDATA[{RUN}]]></script>"),
    "prefix-beyond-ascii": drawing(f'<ø:script xmlns:ø="{SVG}">{RUN}</ø:script>'),
    "prefix-with-dot": drawing(f'<a.b:script xmlns:a.b="{SVG}">{RUN}</a.b:script>'),
    "xhtml-script": drawing(f"<h:script>{RUN}</h:script>"),
    "onload": drawing("", f'onload="{RUN}"'),
    "attlist-onload": drawing("", before=f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]>'),
    "entity-as-element": drawing(
        "&e;", before=f'<!DOCTYPE svg [<!ENTITY e "&#60;script>{RUN}&#60;/script>">]>'
    ),
    "japanese-script": _japanese(f"<s|cript>{RUN}</s|cript>"),
    "japanese-onload": _japanese(f'<g><image href="x" o|nerror="{RUN}"/></g>'),
    "utf-16": drawing(f"<script>{RUN}</script>", before='<?xml version="1.0" encoding="UTF-16"?>')
    .decode()
    .encode("utf-16"),
    "xhtml-root": f'<å:html xmlns:å="{XHTML}"><å:script>{RUN}</å:script></å:html>'.encode(),
    "frame-with-source": drawing(
        f'<foreignObject width="90" height="90"><å:iframe xmlns:å="{XHTML}" '
        f'srcdoc="&lt;script>parent.{RUN}&lt;/script>"/></foreignObject>'
    ),
    "image-error": drawing(f'<image href="data:image/png;base64,x" onerror="{RUN}"/>'),
    "animation-begins": drawing(f'<animate onbegin="{RUN}" attributeName="x" dur="1s"/>'),
}
# Those that run it when somebody presses them.
_AREA = '<rect width="300" height="300"/>'
RUNS_WHEN_PRESSED: dict[str, bytes] = {
    "link": drawing(f'<a href="javascript:{RUN}">{_AREA}</a>'),
    "attlist-href": drawing(
        f"<a>{_AREA}</a>",
        before=f'<!DOCTYPE svg [<!ATTLIST a href CDATA "javascript:{RUN}">]>',
    ),
    "set-href": drawing(f'<a><set attributeName="&#104;ref" to="javascript:{RUN}"/>{_AREA}</a>'),
    "animate-href": drawing(
        f'<a><p:animate xmlns:p="{SVG}" attributeName="href" values="javascript:{RUN}" '
        f'dur="9s" fill="freeze"/>{_AREA}</a>'
    ),
    "onclick": drawing("", f'onclick="{RUN}"'),
}
# Those that lead readers or their browsers elsewhere, or might.
ASKS: dict[str, bytes] = {
    "image": drawing(f'<image href="{ELSEWHERE}/x.png" width="9" height="9"/>'),
    "image-without-scheme": drawing('<image href="//elsewhere.invalid/x.png"/>'),
    "image-by-xlink": drawing(f'<image xlink:href="{ELSEWHERE}/x.png"/>'),
    "use": drawing(f'<use href="{ELSEWHERE}/x.svg#a"/>'),
    "use-of-data": drawing('<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>'),
    "picture-that-is-a-drawing": drawing('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "base": drawing('<use href="#a"/>', f'xml:base="{ELSEWHERE}/"'),
    "meta-refresh": drawing(f'<h:meta http-equiv="refresh" content="0; url={ELSEWHERE}"/>'),
    "form": drawing(f'<h:form action="{ELSEWHERE}"><h:button>x</h:button></h:form>'),
    "srcset": drawing(f'<h:img srcset="{ELSEWHERE}/x.png 1x"/>'),
    "frame": drawing(f'<foreignObject><h:iframe src="{ELSEWHERE}"/></foreignObject>'),
    "import": drawing(f'<style>@import "{ELSEWHERE}/x.css";</style>'),
    "import-escaped": drawing(f'<style>@\\69mport "{ELSEWHERE}/x.css";</style>'),
    "import-cut-in-two": drawing(f'<style>@im<!-- -->port "{ELSEWHERE}/x.css";</style>'),
    "import-behind-an-element": drawing(f'<style><g/>@import "{ELSEWHERE}/x.css";</style>'),
    "url-escaped": drawing(f"<style>rect{{fill:u\\72l({ELSEWHERE}/x.png)}}</style>"),
    "url-in-capitals": drawing(f'<g style="filter:URL({ELSEWHERE}/x.svg#a)"/>'),
    "image-set": drawing(f"<style>svg{{background:image-set('{ELSEWHERE}/x.png' 1x)}}</style>"),
    "url-as-reference": drawing("", f'style="background:&#117;rl({ELSEWHERE}/x.png)"'),
    "url-in-attribute": drawing(f'<rect fill="url({ELSEWHERE}/x.svg#a)"/>'),
    "url-of-two": drawing(f'<rect fill="url(#a) url({ELSEWHERE}/x.svg#a)"/>'),
    "cursor": drawing(f'<g cursor="url({ELSEWHERE}/x.cur), auto"/>'),
    "font": drawing(f"<style>@font-face{{font-family:x;src:url({ELSEWHERE}/x)}}</style>"),
    "filter-image": drawing(f'<filter id="a"><feImage href="{ELSEWHERE}/x.png"/></filter>'),
    "style-sheet": drawing("", before=f'<?xml-stylesheet href="{ELSEWHERE}/x.css"?>'),
    "transformation": drawing(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>',
        before='<?xml-stylesheet type="text/xsl" href="#a"?>',
    ),
    "transformation-embedded": drawing(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>'
    ),
    "document-type": drawing(
        "", before=f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "{ELSEWHERE}/x.dtd">'
    ),
    "laughs": drawing(
        "&b;", before='<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    ),
    "note-that-links": drawing(
        '<i:x xmlns:i="http://www.inkscape.org/namespaces/inkscape" '
        f'xlink:type="simple" xlink:href="{ELSEWHERE}"/>'
    ),
    "unknown-name": drawing("", 'xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"'),
}
HOSTILE = RUNS | RUNS_WHEN_PRESSED | ASKS
# Those that cannot be read at all.
BROKEN: dict[str, bytes] = {
    "empty": b"",
    "no-drawing": b"<html/>",
    "not-closed": f'<svg xmlns="{SVG}"><g>'.encode(),
    "latin-1": f'<svg xmlns="{SVG}"><text>ø</text></svg>'.encode("latin-1"),
    "no-namespace": b"<svg/>",
    "prefix-unknown": f'<svg xmlns="{SVG}"><x:g/></svg>'.encode(),
    "zero": f'<svg xmlns="{SVG}">\0</svg>'.encode(),
}
CLEAN: dict[str, bytes] = {
    "smallest": f'<svg xmlns="{SVG}"><path d="M0 0h1v1z"/></svg>'.encode(),
    "with-byte-order-mark": b"\xef\xbb\xbf" + drawing("<title>Kart over Nordland</title>"),
    "styles": drawing(
        '<style type="text/css"><![CDATA[.a:not(.b){fill:rgb(1,2,3);filter:url("#skygge")}]]>'
        '</style><defs><linearGradient id="lys"><stop offset="0" stop-color="#fff"/>'
        '</linearGradient><filter id="skygge"><feGaussianBlur stdDeviation="2"/></filter></defs>'
        '<g class="a" fill="url(#lys)" transform="translate(1 2) rotate(3)" '
        'style="clip-path:url(\'#b\');opacity:.5"><text id="Lag_(1)">Mål @ 100 % (a)</text></g>'
        '<use xlink:href="#b" href="#b"/>'
    ),
    "picture-inside": drawing(
        '<image width="1" height="1" xlink:href="data:image/png;base64,\n iVBORw0KGgo=\n"/>'
    ),
    # As Inkscape saves a drawing of its own.
    "inkscape": (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        "<!-- Created with Inkscape (http://www.inkscape.org/) -->\n"
        '<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5"\n'
        ' inkscape:version="1.2.2" sodipodi:docname="kart.svg" xml:space="preserve"\n'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"\n'
        ' xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"\n'
        f' xmlns="{SVG}" xmlns:svg="{SVG}" xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        ' xmlns:cc="http://creativecommons.org/ns#"\n'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.5"\n'
        ' showgrid="false"><inkscape:grid type="xygrid" id="g"/></sodipodi:namedview>\n'
        '<defs id="defs2"/><metadata id="m"><rdf:RDF><cc:Work rdf:about="">'
        "<dc:format>image/svg+xml</dc:format>"
        '<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF>'
        '</metadata><g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">'
        '<path style="fill:none;stroke:#000000;stroke-width:0.26;-inkscape-stroke:none"\n'
        ' d="m 1,2 3,4" id="path1" sodipodi:nodetypes="cc"/></g></svg>\n'
    ).encode(),
    # As Illustrator exports one for the web, and as optimisers leave it.
    "illustrator": (
        f'<svg id="Layer_1" data-name="Layer 1 (copy)" xmlns="{SVG}" viewBox="0 0 9 9"><defs>'
        "<style>.cls-1{fill:#e30613;}.cls-2{fill:none;stroke:#000;stroke-miterlimit:10;}</style>"
        '</defs><title>merke</title><polygon class="cls-1" points="0 0 9 0 9 9"/>'
        '<line class="cls-2" x1="1" y1="1" x2="8" y2="8"/></svg>'
    ).encode(),
}
