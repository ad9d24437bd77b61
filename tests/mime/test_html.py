"""HTML: the same text as html5lib sees, and edits that touch nothing but the value."""

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mime.charset import Text
from gateway.mime.html import HtmlText
from gateway.mime.lens import apply, merge
from gateway.mime.parts import TextPlace
from gateway.mime.transfer import Identity
from gateway.model import Edit

PIECES = [
    "<p>", "</p>", "<b>", "</b>", "<i class=x>", "<a href='mailto:x?subject=046%20454'>", "</a>", "<br>", "<div>", "</div>",
    "<table><tr><td>", "<td>", "</table>", "<span style=\"a>b\">", "<!-- c -->", "<!-->", "<!", "<!-", "-->", "&amp;", "&lt",
    "&eacute;", "&eacute", "&#50;", "&#x32", "&#0;", "&", "&nope;", "<", ">", "\"", "'", "=", "046", " ", "\n", "é", "<wbr>",
    "<img alt='046' src=x>", "<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>",
    "<x", "</", "</x y=z>", "<input value=\"&quot;\">", "\0", "<pre>", "</pre>", "<a b='", "/>", "<?php", "<![CDATA[", "]]>",
    "\u200b",
]  # fmt: skip
SOURCE = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
EXPRESSIVE = re.compile(r"[0-9A-Za-zé]")


def seen_by_html5lib(source):
    """Every run of letters and digits in a text node or a comment of the tree that html5lib builds."""
    tree = html5lib.parse(source, treebuilder="etree", namespaceHTMLElements=False)
    nodes = [text for element in tree.iter() for text in (element.text, element.tail) if text]
    return {word for node in nodes for word in re.findall(r"[0-9A-Za-zé]+", node)}


def letters(text):
    return "".join(EXPRESSIVE.findall(text))


@given(SOURCE)
@settings(max_examples=500, deadline=None)
def test_no_text_that_html5lib_shows_is_missing(source):
    html = HtmlText(source)
    everything = letters(html.shown + html.hidden + html.attributes)
    assert [word for word in seen_by_html5lib(source) if word not in everything] == []


@given(st.data(), SOURCE)
@settings(max_examples=300, deadline=None)
def test_an_edit_changes_the_text_it_was_made_in_and_no_other(data, source):
    html = HtmlText(source)
    which = data.draw(st.sampled_from(["shown", "attributes"]))
    text = getattr(html, which)
    starts = [found.start() for found in re.finditer("046", text)]
    if not starts:
        return
    start = data.draw(st.sampled_from(starts))
    edited = HtmlText(apply(source, merge(html.pull(which, [(start, start + 3, "[<é>]")]))))
    texts = {name: getattr(html, name) for name in ("shown", "attributes", "hidden")}
    texts[which] = text[:start] + "[<é>]" + text[start + 3 :]
    for name, expected in texts.items():
        assert getattr(edited, name) == expected


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_reads(source):
    assert isinstance(HtmlText(source).shown, str)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        pytest.param("046<b> 454</b><i> 286</i>", "046 454 286", id="inline tags join"),
        pytest.param("046&nbsp;454&#160;286", "046\xa0454\xa0286", id="references"),
        pytest.param("&#48;&#x34;6", "046", id="digits as references"),
        pytest.param("04<!-- x -->6", "046", id="a comment inside"),
        pytest.param("04<wbr>6 4<span></span>54", "046 454", id="wbr and empty tags"),
        pytest.param("<tr><td>NAS</td><td>046</td></tr><tr><td>x", "NAS\t046\nx", id="table cells and rows"),
        pytest.param(
            "<tr><td>\n<p>NAS</p>\n</td><td><br></td><td>046<p>x</td></tr>",
            " NAS \t\t046\nx\n",
            id="a row stays a line, whatever its cells hold",
        ),
        pytest.param("<p>NAS</p><p>046</p>", "NAS\n046\n", id="paragraphs"),
        pytest.param("NAS<br/>046", "NAS\n046", id="br"),
        pytest.param("a\r\n   b", "a b", id="blanks collapse"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b\n", id="but not in pre"),
        pytest.param("&eacute;t&eacute &copy2 &notit;", "été ©2 ¬it;", id="references without semicolon"),
        pytest.param("1 < 2 & 3", "1 < 2 & 3", id="signs that are no markup"),
        pytest.param("04\x006", "046", id="NUL shows as nothing"),
        pytest.param("<textarea>0<b>46</textarea>", "0<b>46\n", id="textarea holds text"),
        pytest.param("a</nope>b</ x>c</div>d</td>e", "abcde", id="stray end tags"),
        pytest.param("a</p>b</br>c", "a\nb\nc", id="those that are none"),
        pytest.param(
            "&#00000000000048;&#x0000000000034;6&#0;", "046\ufffd", id="references with zeros before them"
        ),
        pytest.param("<textarea name=nas>0464</textarea>", "nas: 0464\n", id="a box and its name"),
    ],
)
def test_what_is_shown(source, shown):
    assert HtmlText(source).shown == shown


@pytest.mark.parametrize(
    ("source", "attributes"),
    [
        pytest.param("<img alt='NAS 046'>", "NAS 046", id="alt"),
        pytest.param("<a title=046>", "046", id="unquoted title"),
        pytest.param("<input placeholder=\"a\" value='b'>", "a\nb", id="two of one tag"),
        pytest.param(
            "<a href='mailto:a@b.ca?subject=NAS%20046'>", "mailto:a@b.ca?subject=NAS 046", id="mailto"
        ),
        pytest.param("<a href='tel:046'>", "tel:046", id="tel"),
        pytest.param("<a href='https://x.ca/y?nas=046+454&amp;z=%C3%A9'>", "nas=046 454&z=é", id="query"),
        pytest.param("<a href='https://x.ca/046/y'>", "", id="no path"),
        pytest.param(
            "<img src='https://x.ca/046%20454-286.png'>",
            "https://x.ca/046 454-286.png",
            id="unless it has a number",
        ),
        pytest.param("<img src='cid:a046454@x'>", "cid:a046454@x", id="a name of a part"),
        pytest.param(
            "<input value='0464' name='a[nasClient]'>", "a nas Client: 0464", id="a field and its name"
        ),
        pytest.param(
            "<label for=x>NAS</label><br><input id=x value='0464'>",
            "x: NAS: 0464",
            id="a field and its label",
        ),
        pytest.param(
            "<label>NAS</label><input value=''><input value='0464'>",
            "0464",
            id="the label of the field before",
        ),
        pytest.param("<input value='04&nbsp;64' name=nas>", "nas: 04\xa064", id="a number with references"),
        pytest.param("<select name=nas><option value=0464>", "nas: 0464", id="a list"),
        pytest.param("<p data-nas='0464'>", "data nas: 0464", id="an attribute that says what it holds"),
        pytest.param("<p aria-label='046' data-x='454' class=z>", "046\n454", id="aria and data"),
        pytest.param("<meta name=description content='046'>", "046", id="meta"),
        pytest.param("<p id='x046-454-286' class='a1 b2'>", "x046-454-286", id="a number anywhere"),
        pytest.param('<a title="a>b" alt=c>', "a>b\nc", id="a > in quotes"),
    ],
)
def test_what_stands_in_attributes(source, attributes):
    assert HtmlText(source).attributes == attributes


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        pytest.param("<!-- NAS 046 -->", " NAS 046 ", id="comment"),
        pytest.param("<script>x='046'</script>", "x='046'", id="script"),
        pytest.param("<style>a{}</style>", "a{}", id="style"),
        pytest.param(
            r"<style>a{content:'\30 4\000036'}</style>", "a{content:'046'}", id="escapes in a style"
        ),
        pytest.param("<!--[if mso]><p>0<b>46</b><![endif]-->", "046", id="conditional comment"),
        pytest.param("a<b title='046", "b title='046", id="a tag never closed"),
        pytest.param("<!-- 046", " 046", id="a comment never closed"),
        pytest.param("<?xml 046?>", "xml 046?", id="processing instruction"),
    ],
)
def test_what_is_written_but_not_shown(source, hidden):
    assert HtmlText(source).hidden == hidden


def edit(source, value, new, which="shown"):
    html = HtmlText(source)
    start = getattr(html, which).index(value)
    return apply(source, merge(html.pull(which, [(start, start + len(value), new)])))


def test_a_value_cut_by_tags_goes_and_the_tags_stay():
    assert edit("NAS 046<b> 4&#53;4</b> 286!", "046 454 286", "[x]") == "NAS [x]<b></b>!"


def test_a_cell_that_says_its_number_in_its_tag_too_says_it_no_more():
    """LibreOffice and Excel write workbooks so, there without leading zeros."""
    source = (
        '<td sdval="46454286" sdnum="1033;0;000 000 000">046 454 286</td><td sdval="464542867">464542867</td>'
    )
    text = Text(source.encode())
    place = TextPlace("body/0", Identity(source.encode()), 0)
    place.readings, place.keys = [(text, HtmlText(source))], {"body/0": (0, "shown")}
    edited = apply(source.encode(), place.splices([Edit("body/0", 0, 11, "[x]")], {}))
    assert edited.decode() == source.replace('"46454286"', '""').replace("046 454 286", "[x]")


def test_a_replacement_cannot_bring_markup():
    assert edit("<p>046</p>", "046", "<b>&") == "<p>&lt;b&gt;&amp;</p>"
    assert edit("<p title='046'>", "046", "a'b\"", "attributes") == "<p title='a&#39;b&quot;'>"
    assert edit("<p title=046>", "046", "a b=c", "attributes") == "<p title=a&#32;b&#61;c>"
    assert edit("<a href=tel:046>", "046", "é >", "attributes") == "<a href=tel:%C3%A9%20%3E>"
    assert edit("<!-- 046 -->", "046", "x-->y", "hidden").count("-->") == 1


def test_a_replacement_does_not_complete_a_reference_before_it():
    html = HtmlText(edit("&eacute046", "046", "1;"))
    assert html.shown == "é1;"


def test_what_was_no_reference_in_an_attribute_does_not_become_one():
    assert HtmlText(edit("<a title='&lt046'>", "046", "#", "attributes")).attributes == "&lt#"


@pytest.mark.parametrize(
    "source",
    ["NAS 046 454 286<i style='display:none'>9</i>", "NAS <i HIDDEN>9</i>046 454 286", "a<i hidden>9</i>b"],
)
def test_hidden_text_that_is_joined_to_a_word_is_left_out_of_what_is_seen(source):
    html = HtmlText(source)
    assert html.seen == re.sub("<.*?>9</i>", "", source)


@pytest.mark.parametrize(
    "source",
    [
        "<style>.a #z,.q i:hover,.q u{display:none}</style>046<b id=z>9</b>4<u>9</u>54",
        "<style>@media all{ .a.b , x > .c{ visibility : hidden}}</style>046<b class='b'>9</b>4<i class=\"y c\">9</i>54",
        "<style>[data-x]{font-size:0px}</style>046<b data-x=1>9</b>454",
        "046<b class=z>9</b>454<style>.z{display:none}</style>",
        "<style>.k{d\\69splay:no/**/ne}</style>046<b class=k>9</b>454",
        "046<b style='d\\69splay:none'>9</b>4<b style='display:/* x */none'>9</b>54",
        "046<b style='display&colon;none'>9</b>454",
        "046<b style='display:inline-block;max-height:0;overflow:hidden'>9</b>454",
        "046<b style='opacity:0'>9</b>4<font color='#FFFFFF'>9</font>5<b style='color:rgb(255, 255, 255)'>9</b>4",
        "046<template>9</template>4<noscript>9</noscript>54",
        "<table><tr><td>04<textarea hidden>9</textarea>6<title>9</title>454",
        "<table><tr><td>04<div hidden><p>9</p></div>6454",
        "<table><tr><td>04<div hidden>9</div> &#54;454",
        "<pre>04<div hidden><p>9</p></div>6454",
        "<ruby>046<rt>9</rt></ruby>4<ruby>5<rp>(<rt>9<rp>)<rb>4</ruby>",
    ],
)
def test_what_nobody_sees_does_not_cut_a_number(source):
    assert HtmlText(source).seen == "046454"


def test_groups_of_a_number_with_a_blank_between_them_come_together():
    assert HtmlText("NAS 046 454 <p hidden>9</p>286").seen == "NAS 046 454 286"
    assert HtmlText("a <p hidden>9</p>b").seen == ""


def test_what_is_seen_is_not_taken_for_hidden():
    source = (
        "<style>.a{font-size:0.9em;background-color:white;border-width:0;min-width:0}</style>"
        "04<b class=a>6</b>4<b style='opacity:0.5;line-height:0'>5</b>4"
    )
    assert HtmlText(source).seen == ""


@pytest.mark.parametrize("tag", ["svg", "text", "math", "noscript", "v:textbox", "o:Author"])
def test_what_stands_apart_does_not_run_into_the_text(tag):
    assert HtmlText(f"Bonjour<{tag}>NAS 046</{tag}>fin").shown == "Bonjour\nNAS 046\nfin"
