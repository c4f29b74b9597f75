"""The words of a drawing (SVG) that only draw: elements, attributes, and functions of styles."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    "svg g defs symbol use switch title desc metadata style view "
    "path rect circle ellipse line polyline polygon text tspan textPath image "
    "linearGradient radialGradient stop pattern clipPath mask marker filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting "
    "feSpotLight feTile feTurbulence"
)
# What drawing programs note for themselves; browsers make nothing of it.
NOTES = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.bohemiancoding.com/sketch/ns",
        "http://www.serif.com/",
        "http://ns.adobe.com/AdobeIllustrator/10.0/",
        "http://ns.adobe.com/Extensibility/1.0/",
        "http://ns.adobe.com/Graphs/1.0/",
        "http://ns.adobe.com/SaveForWeb/1.0/",
        "http://svgjs.com/svgjs",
        "http://svgjs.dev/svgjs",
        "https://boxy-svg.com",
    }
)
# Attributes of geometry, and of what a drawing is called and how it is classed.
GEOMETRY = _words(
    "id class role lang tabindex version baseProfile width height viewBox preserveAspectRatio "
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy rotate d points pathLength textLength "
    "lengthAdjust startOffset method spacing side offset media type title "
    "gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits "
    "patternTransform clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits "
    "filterRes markerUnits markerWidth markerHeight refX refY orient transform "
    "requiredFeatures requiredExtensions systemLanguage enable-background zoomAndPan "
    "in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX "
    "targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant "
    "specularExponent limitingConeAngle kernelUnitLength scale xChannelSelector "
    "yChannelSelector stdDeviation azimuth elevation tableValues slope intercept amplitude "
    "exponent radius z pointsAtX pointsAtY pointsAtZ baseFrequency numOctaves seed stitchTiles "
    "contentScriptType contentStyleType crossorigin"
)
STYLES = _words(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-profile color-rendering direction display "
    "dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font "
    "font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch "
    "font-style font-variant font-variation-settings font-weight "
    "glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning "
    "letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask "
    "mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering "
    "solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width style text-align text-anchor text-decoration text-indent text-overflow "
    "text-rendering text-transform transform-box transform-origin unicode-bidi vector-effect "
    "visibility white-space word-spacing writing-mode"
)
# Attributes whose value is a name or words, never a style.
TITLES = ("id", "class", "lang", "title")
# What may stand before a bracket in a style; `url(` has a rule of its own.
FUNCTIONS = _words(
    "rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skew "
    "skewx skewy blur brightness contrast drop-shadow grayscale hue-rotate invert opacity "
    "saturate sepia calc not nth-child nth-of-type"
)
