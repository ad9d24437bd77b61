"""A document as the tests look at it: read in full, and the text of its segments."""


def opened(documents, content, name="a.xml"):
    """The document; nothing of it was left unread."""
    document = documents.open(content, "", name, "att/1", 1)
    assert list(document.incomplete) == []
    return document


def text(document):
    """All that it says."""
    return "\n".join(segment.text for segment in document.segments)
