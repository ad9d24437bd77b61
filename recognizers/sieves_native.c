/* A pattern behind its sieve (pattern_sieves.py): the engine is asked only where something may begin, or where what ends there may.
   Built by hatch_build.py; without it, patterns are asked as they are. */
#include "glance_native.h"
#include <string.h>

enum { DEPTH = 4, NOTHING = 128, OTHER = 129, COLUMN = OTHER + 1, SIEVE = (1 + DEPTH) * COLUMN };
/* So far on it is looked for what every match needs. */
enum { LOOKED = 160 };
/* After so many places that pass and at which nothing begins, the engine goes on by itself, unless they are so far apart. */
enum { TRIES = 8, APART = 32 };

/* What a pattern is asked. */
enum asked { SEARCH, MATCH, FULLMATCH, FINDITER, FINDALL, SUB, QUESTIONS };
static const char *const QUESTION[] = {"search", "match", "fullmatch", "finditer", "findall", "sub"};

struct sieved {
    PyObject_HEAD
    PyObject *pattern, *question[QUESTIONS]; /* the pattern's methods; NULL until they are asked */
    PyObject *sieve;    /* of bytes; or NULL */
    PyObject *needed;   /* a column of one: of which characters every match has one; or NULL */
    PyObject *ending;   /* the same for what must end where the text does, read from there; or NULL */
    PyObject *backward; /* `match` of the pattern for the text read from its end; or NULL */
    struct leads_of leads; /* what the sieve has for the first characters */
    int only;              /* the one character that all begins with; or -1 */
};

/* A text of characters of one octet, whether all are ASCII, and what of it is searched. */
struct range {
    const unsigned char *text;
    Py_ssize_t start, end;
    int is_ascii;
};

/* Where a column of a sieve has what it tells of a character. */
static inline int row(unsigned char character) { return character < NOTHING ? character : OTHER; }

static inline int passes(const unsigned char *sieve, const struct range *in, Py_ssize_t at)
{
    unsigned bits = sieve[COLUMN + (at < in->end ? row(in->text[at]) : NOTHING)];
    if (bits == 0 || (bits &= sieve[at > 0 ? row(in->text[at - 1]) : NOTHING]) == 0)
        return 0;
    for (int further = 1; bits && further < DEPTH; further++)
        bits &= sieve[(1 + further) * COLUMN + (at + further < in->end ? row(in->text[at + further]) : NOTHING)];
    return bits != 0;
}

static const unsigned char *of(PyObject *sieve) { return (const unsigned char *)PyBytes_AS_STRING(sieve); }

/* Whether what every match needs may stand in text[at:end]. */
static int is_there(const struct sieved *self, const struct range *in, Py_ssize_t at)
{
    if (self->needed == NULL)
        return 1;
    const unsigned char *needed = of(self->needed);
    Py_ssize_t last = in->end - at > LOOKED ? at + LOOKED : in->end;
    for (; at < last; at++)
        if (needed[row(in->text[at])])
            return 1;
    return last < in->end;
}

/* What is asked of a place of which the first characters pass. */
struct asked_of {
    const unsigned char *sieve;
    const struct range *in;
};

static int holds(const void *given, Py_ssize_t at)
{
    const struct asked_of *asked = given;
    return passes(asked->sieve, asked->in, at);
}

/* The first place from `at` on that passes; -1 where none does. */
static Py_ssize_t next_place(const struct sieved *self, const struct range *in, Py_ssize_t at)
{
    if (self->sieve == NULL)
        return at <= in->end && is_there(self, in, at) ? at : -1;
    const unsigned char *sieve = of(self->sieve), *found;
    if (in->is_ascii) {
        struct asked_of asked = {sieve, in};
        Py_ssize_t here = led((const char *)in->text, in->end, &at, &self->leads, holds, &asked);
        if (here >= 0)
            return is_there(self, in, here) ? here : -1;
    }
    for (; at <= in->end; at++) {
        if (self->only >= 0) {
            if ((found = memchr(in->text + at, self->only, (size_t)(in->end - at))) == NULL)
                return -1;
            at = found - in->text;
        }
        if (passes(sieve, in, at))
            return is_there(self, in, at) ? at : -1;
    }
    return -1;
}

/* The one character that all begins with; -1 where there are more, or none. */
static int only_character(const unsigned char *sieve)
{
    int only = -1;
    for (int character = 0; character < COLUMN; character++) {
        if (sieve[COLUMN + character] == 0)
            continue;
        if (only >= 0 || character >= NOTHING)
            return -1;
        only = character;
    }
    return only;
}

static void read_leads(const unsigned char *sieve, struct leads_of *leads)
{
    for (int at = 0; at < LEAD; at++)
        for (int character = 0; character < NOTHING; character++) {
            leads->low[at][character & 15] |= sieve[(1 + at) * COLUMN + character];
            leads->high[at][character >> 4] |= sieve[(1 + at) * COLUMN + character];
        }
}

/* Whether what is read from the end passes. */
static int ends(const unsigned char *sieve, const struct range *in)
{
    unsigned bits = sieve[NOTHING];
    for (int further = 0; bits && further < DEPTH; further++) {
        Py_ssize_t at = in->end - 1 - further;
        bits &= sieve[(1 + further) * COLUMN + (at >= in->start ? row(in->text[at]) : NOTHING)];
    }
    return bits != 0;
}

/* A place in a text as Python gives it; -1 and an exception set. */
static inline Py_ssize_t place_of(PyObject *given)
{
    return PyLong_CheckExact(given) ? PyLong_AsSsize_t(given) : PyNumber_AsSsize_t(given, PyExc_OverflowError);
}

/* Reads (text, start, end), of which the last two may be left out; 0 where only the engine can tell, -1 and an exception set. */
static int read_range(struct range *in, PyObject *const *arguments, Py_ssize_t count)
{
    if (count < 1 || count > 3 || !PyUnicode_Check(arguments[0]) ||
        PyUnicode_READY(arguments[0]) < 0 || PyUnicode_KIND(arguments[0]) != PyUnicode_1BYTE_KIND)
        return 0;
    Py_ssize_t length = PyUnicode_GET_LENGTH(arguments[0]);
    in->text = PyUnicode_1BYTE_DATA(arguments[0]);
    in->is_ascii = PyUnicode_IS_ASCII(arguments[0]);
    in->start = 0;
    in->end = length;
    if (count > 1) {
        in->start = place_of(arguments[1]);
        if (in->start == -1 && PyErr_Occurred())
            return -1;
        if (in->start < 0)
            in->start = 0;
    }
    if (count > 2) {
        Py_ssize_t end = place_of(arguments[2]);
        if (end == -1 && PyErr_Occurred())
            return -1;
        if (end < length)
            in->end = end;
    }
    return in->start <= in->end;
}

static int is_sieved(const struct sieved *self) { return self->sieve || self->needed; }

/* What the engine answers. */
static PyObject *ask(struct sieved *self, enum asked what, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    PyObject **question = &self->question[what];
    if (*question == NULL && (*question = PyObject_GetAttrString(self->pattern, QUESTION[what])) == NULL)
        return NULL;
    return PyObject_Vectorcall(*question, arguments, (size_t)count, names);
}

/* The same for a text of which it is searched from `at` on. */
static PyObject *ask_at(struct sieved *self, enum asked what, PyObject *text, Py_ssize_t at, Py_ssize_t end)
{
    int is_cut = end < PyUnicode_GET_LENGTH(text);
    PyObject *answer = NULL, *from = PyLong_FromSsize_t(at), *to = is_cut ? PyLong_FromSsize_t(end) : NULL;
    if (from && (to || !is_cut)) {
        PyObject *arguments[] = {text, from, to};
        answer = ask(self, what, arguments, is_cut ? 3 : 2, NULL);
    }
    Py_XDECREF(from);
    Py_XDECREF(to);
    return answer;
}

/* Whether the pattern for the text read from its end matches there; -1 and an exception. */
static int is_backward(struct sieved *self, const struct range *in)
{
    Py_ssize_t size = in->end - in->start;
    PyObject *turned = PyUnicode_New(size, 127);
    if (turned == NULL)
        return -1;
    unsigned char *to = size ? PyUnicode_1BYTE_DATA(turned) : NULL;
    for (Py_ssize_t at = 0; at < size; at++)
        to[at] = in->text[in->end - 1 - at];
    PyObject *found = PyObject_CallOneArg(self->backward, turned);
    Py_DECREF(turned);
    if (found == NULL)
        return -1;
    Py_DECREF(found);
    return found != Py_None;
}

/* What is found first in text[at:in->end]: a match, or None. */
static PyObject *first_match(struct sieved *self, PyObject *text, const struct range *in, Py_ssize_t at)
{
    Py_ssize_t first = at, tries = 0;
    for (; (at = next_place(self, in, at)) >= 0; at++) {
        if (self->sieve == NULL || (tries++ >= TRIES && at - first < tries * APART))
            return ask_at(self, SEARCH, text, at, in->end);
        PyObject *found = ask_at(self, MATCH, text, at, in->end);
        if (found != Py_None)
            return found;
        Py_DECREF(found);
    }
    Py_RETURN_NONE;
}

static PyObject *search(PyObject *given, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    struct sieved *self = (struct sieved *)given;
    struct range in;
    int is_known = names ? 0 : read_range(&in, arguments, count);
    if (is_known < 0)
        return NULL;
    if (is_known && self->ending && !ends(of(self->ending), &in))
        Py_RETURN_NONE;
    if (is_known && in.is_ascii && self->backward) {
        int found = is_backward(self, &in);
        if (found < 0)
            return NULL;
        if (!found)
            Py_RETURN_NONE;
    }
    if (!is_known || !is_sieved(self))
        return ask(self, SEARCH, arguments, count, names);
    return first_match(self, arguments[0], &in, in.start);
}

static PyObject *at_start(struct sieved *self, enum asked what, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    struct range in;
    int is_known = names || !is_sieved(self) ? 0 : read_range(&in, arguments, count);
    if (is_known < 0)
        return NULL;
    if (is_known && ((self->sieve && !passes(of(self->sieve), &in, in.start)) || !is_there(self, &in, in.start)))
        Py_RETURN_NONE;
    return ask(self, what, arguments, count, names);
}

static PyObject *match(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    return at_start((struct sieved *)self, MATCH, arguments, count, names);
}

static PyObject *fullmatch(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    return at_start((struct sieved *)self, FULLMATCH, arguments, count, names);
}

/* The matches in a text, one after the other; what is left of them once one was empty, which the engine alone goes on from. */
struct matches {
    PyObject_HEAD
    struct sieved *of;
    PyObject *text, *rest;
    struct range in;
};

static PyObject *next_match(PyObject *given)
{
    struct matches *self = (struct matches *)given;
    if (self->rest)
        return PyIter_Next(self->rest);
    PyObject *found = first_match(self->of, self->text, &self->in, self->in.start);
    if (found == NULL || found == Py_None) {
        self->in.start = self->in.end + 1;
        Py_XDECREF(found);
        return NULL;
    }
    PyObject *span = PyObject_CallMethod(found, "span", NULL);
    Py_ssize_t start, end;
    if (span == NULL || !PyArg_ParseTuple(span, "nn", &start, &end)) {
        Py_CLEAR(found);
    } else if (start < end) {
        self->in.start = end;
    } else {
        Py_CLEAR(found);
        self->rest = ask_at(self->of, FINDITER, self->text, self->in.start, self->in.end);
        if (self->rest)
            found = PyIter_Next(self->rest);
    }
    Py_XDECREF(span);
    return found;
}

static void put_matches_away(PyObject *given)
{
    struct matches *self = (struct matches *)given;
    Py_DECREF(self->of);
    Py_DECREF(self->text);
    Py_XDECREF(self->rest);
    PyObject_Free(self);
}

static PyTypeObject MATCHES = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "recognizers.glance_native.Matches",
    .tp_doc = "The matches of a pattern in a text.",
    .tp_basicsize = sizeof(struct matches),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = put_matches_away,
    .tp_iter = PyObject_SelfIter,
    .tp_iternext = next_match,
};

static PyObject *finditer(PyObject *given, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    struct sieved *self = (struct sieved *)given;
    struct range in;
    int is_known = names || !is_sieved(self) ? 0 : read_range(&in, arguments, count);
    if (is_known < 0)
        return NULL;
    if (!is_known || (self->sieve == NULL && is_there(self, &in, in.start)))
        return ask(self, FINDITER, arguments, count, names);
    struct matches *all = PyObject_New(struct matches, &MATCHES);
    if (all) {
        all->of = (struct sieved *)Py_NewRef(given);
        all->text = Py_NewRef(arguments[0]);
        all->rest = NULL;
        all->in = in;
    }
    return (PyObject *)all;
}

static PyObject *findall(PyObject *given, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    struct sieved *self = (struct sieved *)given;
    struct range in;
    int is_known = names || !is_sieved(self) ? 0 : read_range(&in, arguments, count);
    if (is_known < 0)
        return NULL;
    Py_ssize_t at = is_known ? next_place(self, &in, in.start) : -1;
    if (at >= 0)
        return ask_at(self, FINDALL, arguments[0], at, in.end);
    return is_known ? PyList_New(0) : ask(self, FINDALL, arguments, count, names);
}

/* Whether what is to stand instead is taken as it is: the engine refuses some where nothing is found, too. */
static int is_plain(PyObject *instead)
{
    if (!PyUnicode_CheckExact(instead))
        return PyCallable_Check(instead);
    return PyUnicode_FindChar(instead, '\\', 0, PyUnicode_GET_LENGTH(instead), 1) == -1;
}

static PyObject *sub(PyObject *given, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    struct sieved *self = (struct sieved *)given;
    struct range in;
    if (names == NULL && is_sieved(self) && count == 2 && is_plain(arguments[0]) && PyUnicode_CheckExact(arguments[1]) &&
        read_range(&in, arguments + 1, 1) && next_place(self, &in, 0) < 0)
        return Py_NewRef(arguments[1]);
    return ask(self, SUB, arguments, count, names);
}

/* What is asked of the pattern as it is: as many things as are said of patterns here. */
static PyObject *attribute(PyObject *self, void *name)
{
    return PyObject_GetAttrString(((struct sieved *)self)->pattern, name);
}

static void put_away(PyObject *given)
{
    struct sieved *self = (struct sieved *)given;
    for (int what = 0; what < QUESTIONS; what++)
        Py_XDECREF(self->question[what]);
    Py_XDECREF(self->pattern);
    Py_XDECREF(self->sieve);
    Py_XDECREF(self->needed);
    Py_XDECREF(self->ending);
    Py_XDECREF(self->backward);
    PyObject_Free(self);
}

#define QUESTION_OF(name, doc) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL | METH_KEYWORDS, doc}
static PyMethodDef METHODS[] = {
    QUESTION_OF(search, "As of a pattern."),
    QUESTION_OF(match, "As of a pattern."),
    QUESTION_OF(fullmatch, "As of a pattern."),
    QUESTION_OF(finditer, "As of a pattern."),
    QUESTION_OF(findall, "As of a pattern."),
    QUESTION_OF(sub, "As of a pattern."),
    {NULL, NULL, 0, NULL},
};
#define ATTRIBUTE(name) {#name, attribute, NULL, "As of a pattern.", #name}
static PyGetSetDef ATTRIBUTES[] = {
    ATTRIBUTE(pattern), ATTRIBUTE(flags), ATTRIBUTE(groups), ATTRIBUTE(groupindex), ATTRIBUTE(split),
    {NULL, NULL, NULL, NULL, NULL},
};
static PyTypeObject SIEVED = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "recognizers.glance_native.Sieved",
    .tp_doc = "A pattern behind its sieve.",
    .tp_basicsize = sizeof(struct sieved),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = put_away,
    .tp_methods = METHODS,
    .tp_getset = ATTRIBUTES,
};

/* A sieve as Python gives it, of so many octets; -1 and an exception where it is none. */
static int read_sieve(PyObject *given, int size, PyObject **sieve)
{
    if (given == Py_None)
        return 0;
    if (!PyBytes_Check(given) || PyBytes_GET_SIZE(given) != size) {
        PyErr_Format(PyExc_ValueError, "a sieve is bytes, %d of them", size);
        return -1;
    }
    *sieve = Py_NewRef(given);
    return 0;
}

PyObject *sieved(PyObject *module, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 5) {
        PyErr_SetString(PyExc_TypeError, "sieved(pattern, sieve, needed, ending, backward)");
        return NULL;
    }
    if (PyType_Ready(&SIEVED) < 0 || PyType_Ready(&MATCHES) < 0)
        return NULL;
    struct sieved *self = PyObject_New(struct sieved, &SIEVED);
    if (self == NULL)
        return NULL;
    memset((char *)self + sizeof(PyObject), 0, sizeof *self - sizeof(PyObject));
    self->pattern = Py_NewRef(arguments[0]);
    int failed = read_sieve(arguments[1], SIEVE, &self->sieve) < 0 || read_sieve(arguments[2], COLUMN, &self->needed) < 0 ||
                 read_sieve(arguments[3], SIEVE, &self->ending) < 0;
    self->only = self->sieve ? only_character(of(self->sieve)) : -1;
    if (self->sieve)
        read_leads(of(self->sieve), &self->leads);
    if (!failed && arguments[4] != Py_None)
        failed = (self->backward = PyObject_GetAttrString(arguments[4], "match")) == NULL;
    if (failed)
        Py_CLEAR(self);
    return (PyObject *)self;
}
