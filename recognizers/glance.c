/* What a text is looked over for most, in C: glance.py says the same, and what it is for. Built by hatch_build.py. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* ASCII strings only: their characters, or NULL with TypeError set. */
static const char *ascii(PyObject *text, Py_ssize_t *length)
{
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        PyErr_SetString(PyExc_TypeError, "an ASCII string is needed");
        return NULL;
    }
    *length = PyUnicode_GET_LENGTH(text);
    return (const char *)PyUnicode_1BYTE_DATA(text);
}

/* The first place of stem (1 character or more) in text[from:length], or -1. */
static Py_ssize_t place(const char *text, Py_ssize_t length, const char *stem, Py_ssize_t size, Py_ssize_t from)
{
    Py_ssize_t last = length - size;
#if defined(__SSE2__)
    const __m128i first = _mm_set1_epi8(stem[0]), final = _mm_set1_epi8(stem[size - 1]);
    for (; from + 15 <= last; from += 16) {
        __m128i begins = _mm_cmpeq_epi8(first, _mm_loadu_si128((const __m128i *)(text + from)));
        __m128i ends = _mm_cmpeq_epi8(final, _mm_loadu_si128((const __m128i *)(text + from + size - 1)));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(begins, ends));
        for (; mask; mask &= mask - 1) {
            Py_ssize_t at = from + __builtin_ctz(mask);
            if (memcmp(text + at, stem, (size_t)size) == 0)
                return at;
        }
    }
#endif
    for (; from <= last; from++)
        if (text[from] == stem[0] && memcmp(text + from, stem, (size_t)size) == 0)
            return from;
    return -1;
}

static PyObject *places(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size, length;
    const char *stem, *text;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "places(stem, text)");
        return NULL;
    }
    if ((stem = ascii(arguments[0], &size)) == NULL || (text = ascii(arguments[1], &length)) == NULL)
        return NULL;
    if (size == 0) {
        PyErr_SetString(PyExc_ValueError, "an empty stem stands everywhere");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = place(text, length, stem, size, 0); found && at >= 0;
         at = place(text, length, stem, size, at + 1)) {
        PyObject *number = PyLong_FromSsize_t(at);
        if (number == NULL || PyList_Append(found, number) < 0)
            Py_CLEAR(found);
        Py_XDECREF(number);
    }
    return found;
}

static PyObject *standing(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size, length;
    const char *stem, *text;
    if (count != 2 || !PyTuple_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "standing(stems, text)");
        return NULL;
    }
    if ((text = ascii(arguments[1], &length)) == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t index = 0; found && index < PyTuple_GET_SIZE(arguments[0]); index++) {
        PyObject *one = PyTuple_GET_ITEM(arguments[0], index);
        if ((stem = ascii(one, &size)) == NULL ||
            ((size == 0 || place(text, length, stem, size, 0) >= 0) && PyList_Append(found, one) < 0))
            Py_CLEAR(found);
    }
    return found;
}

/* The words that are known, in a table with open addresses: at most half of the places are taken. */
static struct entry {
    PyObject *word;
    unsigned hash;
} *table = NULL;
static size_t room = 0, taken = 0;

static unsigned step(unsigned hash, unsigned char letter) { return (hash ^ letter) * 16777619u; }

static unsigned hashed(const char *word, Py_ssize_t size)
{
    unsigned hash = 2166136261u;
    for (Py_ssize_t at = 0; at < size; at++)
        hash = step(hash, (unsigned char)word[at]);
    return hash;
}

static size_t slot(const char *word, Py_ssize_t size, unsigned hash)
{
    size_t at = (hash ^ (hash >> 15)) & (room - 1);
    while (table[at].word && (table[at].hash != hash || PyUnicode_GET_LENGTH(table[at].word) != size ||
                              memcmp(PyUnicode_1BYTE_DATA(table[at].word), word, (size_t)size) != 0))
        at = (at + 1) & (room - 1);
    return at;
}

static int grow(void)
{
    size_t before = room, wanted = room ? room * 2 : 1024;
    void *fresh = PyMem_Calloc(wanted, sizeof(*table));
    if (fresh == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    struct entry *old = table;
    table = fresh;
    room = wanted;
    for (size_t at = 0; at < before; at++)
        if (old[at].word)
            table[slot((const char *)PyUnicode_1BYTE_DATA(old[at].word), PyUnicode_GET_LENGTH(old[at].word),
                       old[at].hash)] = old[at];
    PyMem_Free(old);
    return 0;
}

static PyObject *learn(PyObject *self, PyObject *word)
{
    Py_ssize_t size;
    const char *letters = ascii(word, &size);
    if (letters == NULL)
        return NULL;
    if (2 * (taken + 1) > room && grow() < 0)
        return NULL;
    unsigned hash = hashed(letters, size);
    size_t at = slot(letters, size, hash);
    if (table[at].word == NULL) {
        table[at].word = Py_NewRef(word);
        table[at].hash = hash;
        taken++;
    }
    Py_RETURN_NONE;
}

static PyObject *known(PyObject *self, PyObject *given)
{
    Py_ssize_t length;
    const char *text = ascii(given, &length);
    if (text == NULL)
        return NULL;
    PyObject *found = PySet_New(NULL);
    if (found == NULL || room == 0)
        return found;
    for (Py_ssize_t at = 0; at < length;) {
        unsigned char letter = (unsigned char)text[at];
        if ((unsigned char)(letter - 'a') > 25) {
            at++;
            continue;
        }
        Py_ssize_t begin = at;
        unsigned hash = 2166136261u;
        do {
            hash = step(hash, letter);
            letter = ++at < length ? (unsigned char)text[at] : 0;
        } while ((unsigned char)(letter - 'a') <= 25);
        PyObject *word = table[slot(text + begin, at - begin, hash)].word;
        if (word && PySet_Add(found, word) < 0) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}

static PyObject *letters_of(PyObject *self, PyObject *given)
{
    Py_ssize_t length;
    const char *text = ascii(given, &length);
    PyObject *letters = text ? PyUnicode_New(length, 127) : NULL;
    if (letters == NULL)
        return NULL;
    char *to = (char *)PyUnicode_1BYTE_DATA(letters);
    for (Py_ssize_t at = 0; at < length; at++)
        to[at] = (unsigned char)(text[at] - 'a') <= 25 ? text[at] : ' ';
    return letters;
}

/* Where the next figure of a group ends, or 0: NEXT_FIGURE of glance.py. */
static Py_ssize_t next_figure(const char *shape, Py_ssize_t length, Py_ssize_t at)
{
    for (int letters = 0;; letters++) {
        for (int gaps = 0; gaps < 8 && at < length && shape[at] == ' '; gaps++)
            at++;
        if (at >= length)
            return 0;
        if (shape[at] == '0')
            return at + 1;
        if (shape[at] != 'a' || letters == 2)
            return 0;
        at++;
    }
}

static PyObject *groups(PyObject *self, PyObject *shape)
{
    if (!PyBytes_Check(shape)) {
        PyErr_SetString(PyExc_TypeError, "a shape is bytes");
        return NULL;
    }
    const char *kinds = PyBytes_AS_STRING(shape);
    Py_ssize_t length = PyBytes_GET_SIZE(shape), at = 0;
    PyObject *found = PyList_New(0);
    while (found && at < length) {
        const char *figure = memchr(kinds + at, '0', (size_t)(length - at));
        if (figure == NULL)
            break;
        Py_ssize_t begin = figure - kinds, end = begin + 1, next;
        int figures = 1;
        for (; figures < 60 && (next = next_figure(kinds, length, end)) > 0; figures++)
            end = next;
        if (figures < 3) {
            at = begin + 1;
            continue;
        }
        PyObject *span = Py_BuildValue("(nn)", begin, end);
        if (span == NULL || PyList_Append(found, span) < 0)
            Py_CLEAR(found);
        Py_XDECREF(span);
        at = end;
    }
    return found;
}

static PyMethodDef METHODS[] = {
    {"places", (PyCFunction)(void (*)(void))places, METH_FASTCALL, "Where a stem stands in a text."},
    {"standing", (PyCFunction)(void (*)(void))standing, METH_FASTCALL, "Which of the stems stand in a text."},
    {"learn", learn, METH_O, "One more word that `known` finds."},
    {"known", known, METH_O, "The words of a text that were learned."},
    {"groups", groups, METH_O, "Where three figures or more stand together in a shape."},
    {"letters_of", letters_of, METH_O, "A text with spaces in place of all but its letters."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, .m_name = "recognizers.glance", .m_size = -1, .m_methods = METHODS,
};

PyMODINIT_FUNC PyInit_glance(void)
{
    PyObject *module = PyModule_Create(&MODULE);
    if (module && PyModule_AddStringConstant(module, "NEXT_FIGURE", " {0,8}+(?:a {0,8}+){0,2}+0") < 0)
        Py_CLEAR(module);
    return module;
}
