"""The order in which WordprocessingML wants the children of an element.

LibreOffice forgives another order; Word may call the file damaged. The sequences are those of
ECMA-376 (transitional), of the elements that a contract can hold.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_EDGES = "top start left bottom end right"
_NOTES = "pos numFmt numStart numRestart footnote endnote"

WHOLE = {
    "settings": """
        writeProtection view zoom removePersonalInformation removeDateAndTime
        doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
        printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
        saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
        bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
        activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
        stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
        doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
        defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
        showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
        bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
        drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
        doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
        strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
        doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
        doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
        alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
        rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
        doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType
        shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
    """,
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
        tblStylePr
    """,
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": """
        start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr
    """,
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "footnotes": "footnote",
    "footnotePr": _NOTES,
    "endnotePr": _NOTES,
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
        pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
        autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
        suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
        rPr sectPr pPrChange
    """,
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "rPr": """
        ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline
        shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz
        szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish
        oMath rPrChange
    """,
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
        tblPrChange
    """,
    "tblBorders": f"{_EDGES} insideH insideV",
    "tblCellMar": _EDGES,
    "tblGrid": "gridCol tblGridChange",
    "trPr": """
        cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader
        tblCellSpacing jc hidden ins del trPrChange
    """,
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
        vAlign hideMark headers cellIns cellDel cellMerge tcPrChange
    """,
    "tcBorders": f"{_EDGES} insideH insideV tl2br tr2bl",
    "tcMar": _EDGES,
    "sectPr": """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
        docGrid printerSettings sectPrChange
    """,
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}
"""All that may stand in an element, in order."""

BEGINNING = {"p": ["pPr"], "r": ["rPr"], "tc": ["tcPr"]}
"""What stands first in an element that may hold much else."""

DRAWN = ["extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"]
"""What a picture in a line holds."""

_MANY = """
    activeWritingStyle attachedSchema smartTagType style tblStylePr numPicBullet abstractNum num lvl
    lvlOverride footnote endnote headerReference footerReference gridCol tr tc
"""
REPEATED = set(_MANY.split())
"""What may stand more than once; header and footer references also among one another."""


def misplaced(part: str, root: etree._Element) -> Iterator[str]:
    """Every child that stands where it may not, such as ``styles.xml: pPr: ind before spacing``."""
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element if is_of(child, W)]
        found: Iterator[str] = iter(())
        if is_of(element, W) and name in WHOLE:
            found = _against(WHOLE[name].split(), children)
        elif is_of(element, W) and name in BEGINNING:
            found = _first(BEGINNING[name], children)
        elif element.tag == f"{WP}inline":
            found = _against(DRAWN, [etree.QName(child).localname for child in element])
        yield from (f"{part}: {name}: {fault}" for fault in found)


def is_of(element: etree._Element, namespace: str) -> bool:
    """Whether an element, which may be a comment, is of a namespace."""
    return isinstance(element.tag, str) and element.tag.startswith(namespace)


def _against(order: list[str], children: list[str]) -> Iterator[str]:
    place = {name: index for index, name in enumerate(order)}
    place["footerReference"] = place.get("headerReference", -1)
    yield from (f"{name} is unknown" for name in children if name not in order)
    known = [name for name in children if name in order]
    for before, after in pairwise(known):
        if place[before] > place[after]:
            yield f"{before} before {after}"
    yield from (f"{name} twice" for name in sorted({*known} - REPEATED) if children.count(name) > 1)


def _first(beginning: list[str], children: list[str]) -> Iterator[str]:
    yield from (f"{name} is not first" for name in beginning if name in children[len(beginning) :])
