/* What a text is looked over for most, in C: glance_plain.py says the same, and what it is for. Built by hatch_build.py. */
#include "glance_native.h"
#include <stdlib.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

/* Adds (at, what) to a list; -1 and an exception where that fails, and the list is gone. */
static int add(PyObject **found, Py_ssize_t at, PyObject *what)
{
    PyObject *pair = Py_BuildValue("(nO)", at, what);
    if (pair == NULL || PyList_Append(*found, pair) < 0)
        Py_CLEAR(*found);
    Py_XDECREF(pair);
    return *found ? 0 : -1;
}

static int is_letter(const char *text, Py_ssize_t length, Py_ssize_t at)
{
    return at >= 0 && at < length && (unsigned char)(text[at] - 'a') <= 25;
}

static PyObject *words_at(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size, length;
    const char *stem, *text;
    if (count != 2 || !PyAnySet_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "words_at(words, text)");
        return NULL;
    }
    if ((text = ascii(arguments[1], &length)) == NULL)
        return NULL;
    PyObject *words = PyObject_GetIter(arguments[0]), *found = words ? PyList_New(0) : NULL, *word;
    while (found && (word = PyIter_Next(words)) != NULL) {
        if ((stem = ascii(word, &size)) == NULL || size == 0) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_ValueError, "an empty word stands nowhere");
            Py_CLEAR(found);
        }
        for (Py_ssize_t at = found ? place(text, length, stem, size, 0) : -1; found && at >= 0;
             at = place(text, length, stem, size, at + 1))
            if (!is_letter(text, length, at - 1) && !is_letter(text, length, at + size))
                add(&found, at, word);
        Py_DECREF(word);
    }
    Py_XDECREF(words);
    if (found && (PyErr_Occurred() || (PyList_GET_SIZE(found) > 1 && PyList_Sort(found) < 0)))
        Py_CLEAR(found);
    return found;
}

/* Of three characters, one number. */
static unsigned packed(const char *text)
{
    return ((unsigned)(unsigned char)text[0] << 16) | ((unsigned)(unsigned char)text[1] << 8) | (unsigned char)text[2];
}

/* A number word of a text: its place, how many figures it stands for, whether it counts by itself. */
struct spoken {
    Py_ssize_t at, end;
    long figures;
    int standing;
};

struct numbers {
    const char *text, *shape, *stems;
    Py_ssize_t length, size, words, room;
    struct spoken *word;
};

static int earlier(const void *one, const void *other)
{
    Py_ssize_t a = ((const struct spoken *)one)->at, b = ((const struct spoken *)other)->at;
    return (a > b) - (a < b);
}

static int add_word(struct numbers *all, struct spoken word)
{
    if (all->words == all->room) {
        Py_ssize_t wanted = all->room ? 2 * all->room : 64;
        void *bigger = PyMem_Realloc(all->word, (size_t)wanted * sizeof(word));
        if (bigger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        all->word = bigger;
        all->room = wanted;
    }
    all->word[all->words++] = word;
    return 0;
}

/* Every place of every word of `figures` that is among `words`. */
static int read_words(struct numbers *all, PyObject *words, PyObject *standing, PyObject *figures)
{
    PyObject *each = PyObject_GetIter(words), *word;
    while (each && (word = PyIter_Next(each)) != NULL) {
        Py_ssize_t size;
        PyObject *value = PyDict_GetItemWithError(figures, word);
        const char *stem = value ? ascii(word, &size) : NULL;
        int stands = value ? PySet_Contains(standing, word) : 0;
        long count = value ? PyLong_AsLong(value) : 0;
        if (!PyErr_Occurred() && stem && size)
            for (Py_ssize_t at = place(all->text, all->length, stem, size, 0); at >= 0;
                 at = place(all->text, all->length, stem, size, at + 1))
                if (!is_letter(all->text, all->length, at - 1) && !is_letter(all->text, all->length, at + size) &&
                    add_word(all, (struct spoken){at, at + size, count, stands}) < 0)
                    break;
        Py_DECREF(word);
        if (PyErr_Occurred())
            break;
    }
    Py_XDECREF(each);
    if (PyErr_Occurred())
        return -1;
    if (all->words > 1)
        qsort(all->word, (size_t)all->words, sizeof(*all->word), earlier);
    return 0;
}

/* Whether a word begins with the stem of a month in text[start:stop]. */
static int has_month(const struct numbers *all, Py_ssize_t start, Py_ssize_t stop)
{
    for (Py_ssize_t at = start; at < stop && at + 3 <= all->length; at++) {
        if (is_letter(all->text, all->length, at - 1))
            continue;
        unsigned here = packed(all->text + at);
        for (Py_ssize_t each = 0; each < all->size; each += 3)
            if (packed(all->stems + each) == here)
                return 1;
    }
    return 0;
}

enum { ADJACENT = 30, BESIDE = 25, NEXT_ARTICLE = 6, NEXT_MONTH = 20, PREVIOUS = 16, FEWEST_FIGURES = 4 };

/* Whether an article or a month may stand right beside the only word of a group. */
static int has_neighbour(const struct numbers *all, Py_ssize_t index)
{
    const struct spoken *word = &all->word[index];
    Py_ssize_t before = word->at > PREVIOUS ? word->at - PREVIOUS : 0;
    return (index + 1 < all->words && word[1].at - word->end <= NEXT_ARTICLE) ||
           (index > 0 && word[-1].at >= before) || has_month(all, before, word->at) ||
           has_month(all, word->end, word->end + NEXT_MONTH);
}

/* Adds a group of words to `found` where it may make a number: (begin, end, figures, alone). */
static int weigh(const struct numbers *all, Py_ssize_t first, Py_ssize_t last, PyObject *found)
{
    Py_ssize_t begin = all->word[first].at, end = all->word[last].end;
    Py_ssize_t start = begin > BESIDE ? begin - BESIDE : 0, stop = end + BESIDE;
    long figures = 0;
    int counted = 0;
    for (Py_ssize_t at = start; at < stop && at < all->length; at++)
        figures += all->shape[at] == '0';
    Py_ssize_t index = first;
    while (index > 0 && all->word[index - 1].at >= start)
        index--;
    for (; index < all->words && all->word[index].at < stop; index++) {
        figures += all->word[index].figures;
        counted |= !all->word[index].standing && all->word[index].figures;
    }
    int alone = first == last && !counted;
    if ((alone && !has_neighbour(all, first)) || (figures < FEWEST_FIGURES && !has_month(all, start, stop)))
        return 0;
    PyObject *group = Py_BuildValue("(nnlN)", begin, end, figures, PyBool_FromLong(alone));
    int failed = group == NULL || PyList_Append(found, group) < 0;
    Py_XDECREF(group);
    return failed ? -1 : 0;
}

static PyObject *spoken(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    struct numbers all = {0};
    if (count != 6 || !PyAnySet_Check(arguments[0]) || !PyAnySet_Check(arguments[1]) || !PyDict_Check(arguments[2]) ||
        !PyBytes_Check(arguments[5])) {
        PyErr_SetString(PyExc_TypeError, "spoken(words, standing, figures, stems, text, shape)");
        return NULL;
    }
    if ((all.stems = ascii(arguments[3], &all.size)) == NULL || (all.text = ascii(arguments[4], &all.length)) == NULL)
        return NULL;
    all.shape = PyBytes_AS_STRING(arguments[5]);
    if (all.size % 3 || PyBytes_GET_SIZE(arguments[5]) != all.length) {
        PyErr_SetString(PyExc_ValueError, "stems are of three characters, a shape is as long as its text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    if (found && read_words(&all, arguments[0], arguments[1], arguments[2]) < 0)
        Py_CLEAR(found);
    for (Py_ssize_t index = 0, next; found && index < all.words; index = next) {
        next = index + 1;
        if (!all.word[index].standing)
            continue;
        Py_ssize_t last = index;
        for (Py_ssize_t each = next; each < all.words && all.word[each].at - all.word[last].at <= ADJACENT; each++)
            if (all.word[each].standing)
                last = each;
        next = last + 1;
        if (weigh(&all, index, last, found) < 0)
            Py_CLEAR(found);
    }
    PyMem_Free(all.word);
    return found;
}

/* Whether `row` is (lead, stem, what it is for). */
static int is_row(PyObject *row)
{
    return PyTuple_Check(row) && PyTuple_GET_SIZE(row) == 3 && PyLong_Check(PyTuple_GET_ITEM(row, 0));
}

static PyObject *rows_at(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size, length;
    const char *stem, *text;
    if (count != 2 || !PyTuple_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "rows_at(anchored, text)");
        return NULL;
    }
    if ((text = ascii(arguments[1], &length)) == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t index = 0; found && index < PyTuple_GET_SIZE(arguments[0]); index++) {
        PyObject *group = PyTuple_GET_ITEM(arguments[0], index), *anchor, *rows;
        if (!PyTuple_Check(group) || !PyArg_ParseTuple(group, "UO!", &anchor, &PyTuple_Type, &rows) ||
            (stem = ascii(anchor, &size)) == NULL || size == 0) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "an anchor and its rows");
            Py_CLEAR(found);
            break;
        }
        for (Py_ssize_t spot = place(text, length, stem, size, 0); found && spot >= 0;
             spot = place(text, length, stem, size, spot + 1)) {
            for (Py_ssize_t each = 0; found && each < PyTuple_GET_SIZE(rows); each++) {
                PyObject *row = PyTuple_GET_ITEM(rows, each);
                Py_ssize_t whole_size, lead = is_row(row) ? PyLong_AsSsize_t(PyTuple_GET_ITEM(row, 0)) : -1;
                const char *whole = lead < 0 ? NULL : ascii(PyTuple_GET_ITEM(row, 1), &whole_size);
                if (whole == NULL) {
                    if (!PyErr_Occurred())
                        PyErr_SetString(PyExc_TypeError, "a row is (lead, stem, what)");
                    Py_CLEAR(found);
                } else if (lead <= spot && whole_size <= length - (spot - lead) &&
                           memcmp(text + spot - lead, whole, (size_t)whole_size) == 0)
                    add(&found, spot - lead, PyTuple_GET_ITEM(row, 2));
            }
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

/* So many figures make a group, and a cluster; what is less than a group may yet begin one further on. */
enum { GROUPED = 3, CLUSTERED = 5 };

/* Where the next figure of a group ends, or 0: NEXT_FIGURE of glance_plain.py. */
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

static PyObject *clusters(PyObject *self, PyObject *shape)
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
        if (figures < CLUSTERED) {
            at = figures < GROUPED ? begin + 1 : end;
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

/* Whether two figures are a month, or a woman's (50 more). */
static int is_month(const char *figures)
{
    return figures[0] == '0' || figures[0] == '5' ? figures[1] >= '1' && figures[1] <= '9'
                                                  : (figures[0] == '1' || figures[0] == '6') && figures[1] >= '0' &&
                                                        figures[1] <= '2';
}

static PyObject *year_and_month(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text;
    if (count != 2 || !PyBytes_Check(arguments[1])) {
        PyErr_SetString(PyExc_TypeError, "year_and_month(text, shape)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    if (PyBytes_GET_SIZE(arguments[1]) != length) {
        PyErr_SetString(PyExc_ValueError, "a shape is as long as its text");
        return NULL;
    }
    const char *kinds = PyBytes_AS_STRING(arguments[1]), *figure;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t from = 0; found && (figure = memchr(kinds + from, '0', (size_t)(length - from))) != NULL;) {
        Py_ssize_t begin = figure - kinds;
        for (from = begin + 1; from < length && kinds[from] == '0'; from++)
            ;
        if (from - begin < 4 || !is_month(text + begin + 2))
            continue;
        PyObject *number = PyLong_FromSsize_t(begin);
        if (number == NULL || PyList_Append(found, number) < 0)
            Py_CLEAR(found);
        Py_XDECREF(number);
    }
    return found;
}

static PyMethodDef METHODS[] = {
    {"places", (PyCFunction)(void (*)(void))places, METH_FASTCALL, "Where a stem stands in a text."},
    {"standing", (PyCFunction)(void (*)(void))standing, METH_FASTCALL, "Which of the stems stand in a text."},
    {"words_at", (PyCFunction)(void (*)(void))words_at, METH_FASTCALL, "Where these words stand in a text."},
    {"rows_at", (PyCFunction)(void (*)(void))rows_at, METH_FASTCALL, "Where the stems of rows stand in a text."},
    {"spoken", (PyCFunction)(void (*)(void))spoken, METH_FASTCALL, "Number words that may make a number."},
    {"learn", learn, METH_O, "One more word that `known` finds."},
    {"known", known, METH_O, "The words of a text that were learned."},
    {"clusters", clusters, METH_O, "Where five figures or more stand together in a shape."},
    {"year_and_month", (PyCFunction)(void (*)(void))year_and_month, METH_FASTCALL,
     "Where a run of figures begins with year and month."},
    {"straighten", straighten, METH_O, "A text with figures for the letters that stand for them."},
    {"written_dates", (PyCFunction)(void (*)(void))written_dates, METH_FASTCALL, "The dates of a text."},
    {"letters_of", letters_of, METH_O, "A text with spaces in place of all but its letters."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, .m_name = "recognizers.glance_native", .m_size = -1, .m_methods = METHODS,
};

PyMODINIT_FUNC PyInit_glance_native(void) { return PyModule_Create(&MODULE); }
