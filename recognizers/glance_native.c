/* What a text is looked over for most, in C: glance_plain.py says the same, and what it is for. Built by hatch_build.py. */
#include "glance_native.h"
#include <stdlib.h>
#include <string.h>

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

/* The octets of bytes where `of` are bytes, else the characters of an ASCII string; NULL with TypeError set where it is neither. */
static const char *same_kind(PyObject *text, PyObject *of, Py_ssize_t *length)
{
    if (!PyBytes_Check(of))
        return ascii(text, length);
    if (!PyBytes_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "octets stand among octets");
        return NULL;
    }
    *length = PyBytes_GET_SIZE(text);
    return PyBytes_AS_STRING(text);
}

static PyObject *standing(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text;
    if (count != 2 || !PyTuple_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "standing(stems, text)");
        return NULL;
    }
    if ((text = same_kind(arguments[1], arguments[1], &length)) == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    Py_ssize_t all = PyTuple_GET_SIZE(arguments[0]);
    for (Py_ssize_t first = 0; found && first < all; first += MOST_STEMS) {
        struct stem stems[MOST_STEMS];
        Py_ssize_t some = all - first < MOST_STEMS ? all - first : MOST_STEMS;
        for (Py_ssize_t index = 0; found && index < some; index++) {
            struct stem *one = &stems[index];
            one->text = same_kind(PyTuple_GET_ITEM(arguments[0], first + index), arguments[1], &one->size);
            if (one->text == NULL)
                Py_CLEAR(found);
            else
                one->stands = one->size == 0;
        }
        if (found)
            stand(text, length, stems, some, NULL);
        for (Py_ssize_t index = 0; found && index < some; index++)
            if (stems[index].stands && PyList_Append(found, PyTuple_GET_ITEM(arguments[0], first + index)) < 0)
                Py_CLEAR(found);
    }
    return found;
}

int add_found(PyObject **found, Py_ssize_t at, PyObject *what)
{
    PyObject *place = PyLong_FromSsize_t(at), *pair = place ? PyTuple_Pack(2, place, what) : NULL;
    if (pair == NULL || PyList_Append(*found, pair) < 0)
        Py_CLEAR(*found);
    Py_XDECREF(place);
    Py_XDECREF(pair);
    return *found ? 0 : -1;
}

static int is_mark(const struct beside *asked, char character)
{
    return memchr(asked->marks, character, (size_t)asked->size) != NULL;
}

/* Whether a figure before text[begin:end], or one after it, stands beside a mark, but for a space and a quotation mark. */
int is_beside(const void *given, const char *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end)
{
    const struct beside *asked = given;
    for (Py_ssize_t at = begin - 1; at >= 0 && at >= begin - asked->reach; at--)
        if (asked->shape[at] == '0') {
            at++;
            at += text[at] == ' ';
            at += at < begin && text[at] == '"';
            at += at < begin && text[at] == ' ';
            if (at < begin && is_mark(asked, text[at]))
                return 1;
            break;
        }
    for (Py_ssize_t at = end + 1; at < length && at <= end + asked->reach; at++)
        if (asked->shape[at] == '0' && is_mark(asked, text[at - 1 - (text[at - 1] == ' ')]))
            return 1;
    return 0;
}

/* So far behind a word the figures begin that it leads to. */
enum { LED = 64 };

/* Whether the period at text[at] is a title's, and ends no sentence. */
static int ends_title(const char *text, Py_ssize_t at)
{
    static const char *const titles[] = {" m", " mr", " ms", " dr", " mrs"};
    for (size_t one = 0; one < sizeof titles / sizeof *titles; one++) {
        Py_ssize_t size = (Py_ssize_t)strlen(titles[one]);
        if (at >= size && memcmp(text + at - size, titles[one], (size_t)size) == 0)
            return 1;
    }
    return 0;
}

int leads(const void *nothing, const char *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end)
{
    Py_ssize_t last = length - end > LED ? end + LED : length;
    while (end < last && !is_figure(text[end]) && !is_one_of(text[end], "\n!?") &&
           (text[end] != '.' || ends_title(text, end)))
        end++;
    if (end < length && is_figure(text[end]))
        return 1;
    end += end < length && is_one_of(text[end], ".;,");
    end += end < length && text[end] == ' ';
    return end < length && (is_figure(text[end]) || (length - end >= 4 && memcmp(text + end, "date", 4) == 0));
}

/* Whether text[begin:end] stands as it should, with what else is asked. */
typedef int (*condition)(const void *asked, const char *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end);

/* Where each of `words` stands by itself and, unless it is NULL, `holds` is true of it, in order. */
static PyObject *standing_alone(PyObject *given, const char *text, Py_ssize_t length, condition holds,
                                const void *asked)
{
    PyObject *words = PyObject_GetIter(given), *found = words ? PyList_New(0) : NULL, *word;
    while (found && (word = PyIter_Next(words)) != NULL) {
        Py_ssize_t size = 0;
        const char *stem = ascii(word, &size);
        if (stem == NULL || size == 0) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_ValueError, "an empty word stands nowhere");
            Py_CLEAR(found);
        }
        for (Py_ssize_t at = found ? place(text, length, stem, size, 0) : -1; found && at >= 0;
             at = place(text, length, stem, size, at + 1))
            if (!is_letter(text, length, at - 1) && !is_letter(text, length, at + size) &&
                (holds == NULL || holds(asked, text, length, at, at + size)))
                add_found(&found, at, word);
        Py_DECREF(word);
    }
    Py_XDECREF(words);
    if (found && (PyErr_Occurred() || (PyList_GET_SIZE(found) > 1 && PyList_Sort(found) < 0)))
        Py_CLEAR(found);
    return found;
}

/* The same, of arguments (words, text). */
static PyObject *words_that(PyObject *const *arguments, Py_ssize_t count, condition holds)
{
    Py_ssize_t length;
    const char *text;
    if (count != 2 || !PyAnySet_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "words and a text");
        return NULL;
    }
    if ((text = ascii(arguments[1], &length)) == NULL)
        return NULL;
    return standing_alone(arguments[0], text, length, holds, NULL);
}

static PyObject *words_at(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    return words_that(arguments, count, NULL);
}

static PyObject *words_leading(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    return words_that(arguments, count, leads);
}

/* So far a figure may be asked to stand at most. */
enum { FARTHEST = 1000 };

static PyObject *words_marked(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text;
    struct beside asked;
    if (count != 5 || !PyAnySet_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "words_marked(words, text, shape, marks, reach)");
        return NULL;
    }
    if ((text = ascii(arguments[1], &length)) == NULL || (asked.shape = kinds_of(arguments[2], length)) == NULL ||
        (asked.marks = ascii(arguments[3], &asked.size)) == NULL)
        return NULL;
    asked.reach = PyLong_AsSsize_t(arguments[4]);
    if (asked.reach < 0 || asked.reach > FARTHEST) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a reach is 0 to 1000 characters");
        return NULL;
    }
    return standing_alone(arguments[0], text, length, is_beside, &asked);
}

/* Of three characters, one number. */
static unsigned packed(const char *text)
{
    return ((unsigned)(unsigned char)text[0] << 16) | ((unsigned)(unsigned char)text[1] << 8) | (unsigned char)text[2];
}

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

int has_month(const struct numbers *all, Py_ssize_t start, Py_ssize_t stop)
{
    for (Py_ssize_t at = start; at < stop && at + 3 <= all->length; at++) {
        if (!all->begins[(unsigned char)all->text[at]] || is_letter(all->text, all->length, at - 1))
            continue;
        unsigned here = packed(all->text + at);
        for (Py_ssize_t each = 0; each < all->size; each += 3)
            if (packed(all->stems + each) == here)
                return 1;
    }
    return 0;
}

enum { ADJACENT = 30, BESIDE = 25, NEXT_ARTICLE = 6, PREVIOUS = 16, ARTICLE = 2, FEWEST_FIGURES = 4 };

/* Where `word` ends that begins at text[at], or `at`. */
static Py_ssize_t past(const struct numbers *all, Py_ssize_t at, const char *word)
{
    Py_ssize_t size = (Py_ssize_t)strlen(word);
    return all->length - at >= size && memcmp(all->text + at, word, (size_t)size) == 0 ? at + size : at;
}

static Py_ssize_t past_one(const struct numbers *all, Py_ssize_t at, const char *const *words)
{
    for (Py_ssize_t end; *words; words++)
        if ((end = past(all, at, *words)) > at)
            return end;
    return at;
}

int month_follows(const struct numbers *all, Py_ssize_t end)
{
    static const char *const days[] = {"jour ", "day ", NULL}, *const of[] = {"de ", "d'", "du ", "of ", NULL};
    Py_ssize_t at = end;
    while (at < end + 2 && at < all->length && (all->text[at] == ' ' || all->text[at] == ','))
        at++;
    if (at == end)
        return 0;
    at = past_one(all, past(all, past_one(all, at, days), "du mois "), of);
    return has_month(all, at, at + 1);
}

static int separates(char character) { return character == ' ' || character == ',' || character == '.'; }

int month_precedes(const struct numbers *all, Py_ssize_t first, Py_ssize_t end)
{
    if (end > 4 && memcmp(all->text + end - 4, "the ", 4) == 0 && separates(all->text[end - 5]))
        end -= 4;
    else if (end > 3 && memcmp(all->text + end - 3, "le ", 3) == 0 && separates(all->text[end - 4]))
        end -= 3;
    Py_ssize_t stop = end;
    while (end > 0 && end > stop - 3 && separates(all->text[end - 1]))
        end--;
    if (end == stop)
        return 0;
    while (is_letter(all->text, all->length, end - 1))
        end--;
    return (end >= first && has_month(all, end, end + 1)) ||
           (end - 2 >= first && all->text[end - 1] == '3' && has_month(all, end - 2, end - 1));
}

/* Whether an article or a month may stand right beside the only word of a group. */
static int has_neighbour(const struct numbers *all, Py_ssize_t index)
{
    const struct spoken *word = &all->word[index];
    return (index + 1 < all->words && word[1].at - word->end <= NEXT_ARTICLE) ||
           (index > 0 && word[-1].end >= word->at - ARTICLE) || month_follows(all, word->end) ||
           month_precedes(all, word->at > PREVIOUS ? word->at - PREVIOUS : 0, word->at);
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
    char begins[256] = {0};
    for (Py_ssize_t stem = 0; stem < all.size; stem += 3)
        begins[(unsigned char)all.stems[stem]] = 1;
    all.begins = begins;
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
        PyObject *group = PyTuple_GET_ITEM(arguments[0], index), *rows = NULL;
        if (!PyTuple_Check(group) || PyTuple_GET_SIZE(group) != 2 || !PyTuple_Check(rows = PyTuple_GET_ITEM(group, 1)) ||
            (stem = ascii(PyTuple_GET_ITEM(group, 0), &size)) == NULL || size == 0) {
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
                    add_found(&found, spot - lead, PyTuple_GET_ITEM(row, 2));
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

/* A table with a character for each of a byte, or NULL and an exception; the first `rows` rows of an `ascii` one have ASCII. */
static const char *table_of(PyObject *table, int ascii, int rows)
{
    const char *characters = PyBytes_Check(table) ? PyBytes_AS_STRING(table) : NULL;
    unsigned char all = 0;
    if (characters == NULL)
        PyErr_SetString(PyExc_TypeError, "a table is bytes");
    else if (PyBytes_GET_SIZE(table) != 16 * ROWS)
        PyErr_SetString(PyExc_ValueError, "a table has 256 characters");
    else {
        for (int at = 0; ascii && at < 16 * rows; at++)
            all |= (unsigned char)characters[at];
        if (all < 128)
            return characters;
        PyErr_SetString(PyExc_ValueError, "a table of ASCII characters is needed");
    }
    return NULL;
}

/* Each letter as a small one. */
static void lower_case(char *to, const char *text, Py_ssize_t length)
{
    for (Py_ssize_t at = 0; at < length; at++)
        to[at] = (char)(text[at] | (text[at] >= 'A' && text[at] <= 'Z' ? 32 : 0));
}

static PyObject *views(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text, *flats, *kinds;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "views(text, flat, kinds)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL || (flats = table_of(arguments[1], 1, ASCII_ROWS)) == NULL ||
        (kinds = table_of(arguments[2], 0, 0)) == NULL)
        return NULL;
    PyObject *lower = PyUnicode_New(length, 127), *flat = PyUnicode_New(length, 127);
    PyObject *shape = PyBytes_FromStringAndSize(NULL, length), *all = NULL;
    if (lower && flat && shape) {
        char *small = (char *)PyUnicode_1BYTE_DATA(lower);
        lower_case(small, text, length);
        translate((char *)PyUnicode_1BYTE_DATA(flat), small, length, flats, ASCII_ROWS);
        translate(PyBytes_AS_STRING(shape), small, length, kinds, ASCII_ROWS);
        all = PyTuple_Pack(3, lower, flat, shape);
    }
    Py_XDECREF(lower);
    Py_XDECREF(flat);
    Py_XDECREF(shape);
    return all;
}

/* What `others` has for a character that is not Latin-1: ASCII, -1 where it has none, -2 with an exception. */
static int reading_of(Py_UCS4 character, PyObject *others)
{
    PyObject *code = PyLong_FromUnsignedLong(character);
    if (code == NULL)
        return -2;
    PyObject *reading = PyDict_GetItemWithError(others, code);
    Py_DECREF(code);
    if (reading == NULL)
        return PyErr_Occurred() ? -2 : -1;
    long ascii = PyLong_AsLong(reading);
    if (ascii >= 0 && ascii < 128)
        return (int)ascii;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "others are read as ASCII characters");
    return -2;
}

static PyObject *latin(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    const char *table;
    if (count != 3 || !PyUnicode_Check(arguments[0]) || !PyDict_Check(arguments[2])) {
        PyErr_SetString(PyExc_TypeError, "latin(text, table, others)");
        return NULL;
    }
    if ((table = table_of(arguments[1], 1, ROWS)) == NULL)
        return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(arguments[0]);
    int kind = PyUnicode_KIND(arguments[0]);
    const void *text = PyUnicode_DATA(arguments[0]);
    PyObject *folded = PyUnicode_New(length, 127);
    if (folded == NULL)
        return NULL;
    char *to = (char *)PyUnicode_1BYTE_DATA(folded);
    if (kind == PyUnicode_1BYTE_KIND) {
        translate(to, text, length, table, ROWS);
        return folded;
    }
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 here = PyUnicode_READ(kind, text, at);
        int reading = here < 256 ? table[here] : reading_of(here, arguments[2]);
        if (reading < 0) {
            Py_DECREF(folded);
            if (reading == -1)
                Py_RETURN_NONE;
            return NULL;
        }
        to[at] = (char)reading;
    }
    return folded;
}

static PyObject *line_feeds(PyObject *self, PyObject *whole)
{
    Py_ssize_t length, from = 0;
    const char *text = ascii(whole, &length);
    if (text == NULL)
        return NULL;
    Py_ssize_t at = place(text, length, "\r\n", 2, 0);
    if (at < 0)
        return Py_NewRef(whole);
    PyObject *changed = PyUnicode_New(length, 127);
    if (changed == NULL)
        return NULL;
    char *begin = (char *)PyUnicode_1BYTE_DATA(changed), *to = begin;
    for (; at >= 0; at = place(text, length, "\r\n", 2, at + 2)) {
        memcpy(to, text + from, (size_t)(at - from));
        to += at - from;
        from = at + 1;
    }
    memcpy(to, text + from, (size_t)(length - from));
    if (PyUnicode_Resize(&changed, to - begin + length - from) < 0)
        Py_CLEAR(changed);
    return changed;
}

/* What a number with letters for figures has in a shape, at least, and how far that is looked for. */
enum { MIXED_FIGURES = 6, AROUND_MIXED = 48 };

/* Of the figures and letters for them that stand together in shape, how many from `at` on, `step` by step, before `stop`. */
static int in_number(const char *shape, Py_ssize_t at, Py_ssize_t stop, int step)
{
    int count = 0;
    for (; at != stop && (shape[at] == ' ' || shape[at] == '0' || shape[at] == 'a' || shape[at] == 'u'); at += step)
        count += shape[at] != ' ';
    return count;
}

/* Whether `mixed` stands in a shape in a number of so many figures or letters for them. */
static int is_mixed(const char *shape, Py_ssize_t length, const char *mixed, Py_ssize_t size)
{
    for (Py_ssize_t at = place(shape, length, mixed, size, 0); at >= 0; at = place(shape, length, mixed, size, at + 1)) {
        Py_ssize_t first = at > AROUND_MIXED ? at - AROUND_MIXED : 0;
        Py_ssize_t last = length - at > AROUND_MIXED ? at + AROUND_MIXED : length;
        if (in_number(shape, at - 1, first - 1, -1) + in_number(shape, at, last, 1) >= MIXED_FIGURES)
            return 1;
    }
    return 0;
}

static PyObject *mixed_figures(PyObject *self, PyObject *shape)
{
    if (!PyBytes_Check(shape)) {
        PyErr_SetString(PyExc_TypeError, "a shape is bytes");
        return NULL;
    }
    const char *kinds = PyBytes_AS_STRING(shape);
    Py_ssize_t length = PyBytes_GET_SIZE(shape);
    return PyBool_FromLong(is_mixed(kinds, length, "0a0", 3) || is_mixed(kinds, length, "0aa0", 4));
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
        PyObject *first = PyLong_FromSsize_t(begin), *last = PyLong_FromSsize_t(end);
        PyObject *span = first && last ? PyTuple_Pack(2, first, last) : NULL;
        if (span == NULL || PyList_Append(found, span) < 0)
            Py_CLEAR(found);
        Py_XDECREF(first);
        Py_XDECREF(last);
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

/* Begin, end and answers of a cluster, from (begin, end, answers) or (begin, end); 0 and an exception where it is none. */
static int is_span(PyObject *span, Py_ssize_t parts, Py_ssize_t length, Py_ssize_t *begin, Py_ssize_t *end)
{
    if (!PyTuple_Check(span) || PyTuple_GET_SIZE(span) != parts) {
        PyErr_SetString(PyExc_TypeError, "a cluster is a tuple of its begin and end");
        return 0;
    }
    *begin = PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 0));
    *end = PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 1));
    if (!PyErr_Occurred() && (*begin < 0 || *begin > *end || *end > length))
        PyErr_SetString(PyExc_ValueError, "a cluster lies within its text");
    return !PyErr_Occurred();
}

/* What `judge` answers, asked with the kinds of a cluster and of some characters before and after it. */
static PyObject *ask(PyObject *judge, PyObject *looks, const char *shape, Py_ssize_t length, Py_ssize_t begin,
                     Py_ssize_t end)
{
    Py_ssize_t first = begin > 0 ? begin : 0, last = end < length ? end : length;
    PyObject *around = PyBytes_FromStringAndSize(NULL, end - begin);
    if (around == NULL)
        return NULL;
    char *kinds = PyBytes_AS_STRING(around);
    memset(kinds, 0, (size_t)(first - begin));
    memcpy(kinds + (first - begin), shape + first, (size_t)(last - first));
    memset(kinds + (last - begin), 0, (size_t)(end - last));
    PyObject *given[] = {around, looks}, *answers = PyObject_Vectorcall(judge, given, 2, NULL);
    Py_DECREF(around);
    return answers;
}

static PyObject *answered(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 6 || !PyBytes_Check(arguments[2]) || !PyList_Check(arguments[3])) {
        PyErr_SetString(PyExc_TypeError, "answered(judge, looks, shape, clusters, before, after)");
        return NULL;
    }
    const char *shape = PyBytes_AS_STRING(arguments[2]);
    Py_ssize_t length = PyBytes_GET_SIZE(arguments[2]), begin, end;
    Py_ssize_t before = PyLong_AsSsize_t(arguments[4]), after = PyLong_AsSsize_t(arguments[5]);
    if (before < 0 || before > FARTHEST || after < 0 || after > FARTHEST) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "0 to 1000 characters around a cluster");
        return NULL;
    }
    PyObject *found = PyList_New(0), *all = PyLong_FromLong(0), *both;
    for (Py_ssize_t index = 0; found && all && index < PyList_GET_SIZE(arguments[3]); index++) {
        PyObject *span = Py_NewRef(PyList_GET_ITEM(arguments[3], index)), *answers = NULL, *kept = NULL;
        int any = -1;
        if (is_span(span, 2, length, &begin, &end) &&
            (answers = ask(arguments[0], arguments[1], shape, length, begin - before, end + after)) != NULL)
            any = PyObject_IsTrue(answers);
        if (any < 0 ||
            (any && ((kept = PyTuple_Pack(3, PyTuple_GET_ITEM(span, 0), PyTuple_GET_ITEM(span, 1), answers)) == NULL ||
                     PyList_Append(found, kept) < 0 || (both = PyNumber_Or(all, answers)) == NULL)))
            Py_CLEAR(found);
        else if (any)
            Py_SETREF(all, both);
        Py_XDECREF(kept);
        Py_XDECREF(answers);
        Py_DECREF(span);
    }
    PyObject *told = found && all ? PyTuple_Pack(2, found, all) : NULL;
    Py_XDECREF(found);
    Py_XDECREF(all);
    return told;
}

static PyObject *chosen(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t begin, end;
    if (count != 3 || !PyList_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "chosen(spots, mask, shift)");
        return NULL;
    }
    long long mask = PyLong_AsLongLong(arguments[1]), shift = PyErr_Occurred() ? 0 : PyLong_AsLongLong(arguments[2]);
    if (mask < 0 || shift < 0 || shift > 62) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a mask is positive, a shift 0 to 62");
        return NULL;
    }
    PyObject *found = PyErr_Occurred() ? NULL : PyList_New(0);
    for (Py_ssize_t index = 0; found && index < PyList_GET_SIZE(arguments[0]); index++) {
        PyObject *spot = PyList_GET_ITEM(arguments[0], index), *kept = NULL;
        long long answers = 0;
        if (is_span(spot, 3, PY_SSIZE_T_MAX, &begin, &end))
            answers = PyLong_AsLongLong(PyTuple_GET_ITEM(spot, 2)) & mask;
        if (PyErr_Occurred() ||
            (answers && ((kept = Py_BuildValue("(nnL)", begin, end, answers >> shift)) == NULL ||
                         PyList_Append(found, kept) < 0)))
            Py_CLEAR(found);
        Py_XDECREF(kept);
    }
    return found;
}

/* Whether the first six figures of text[at:stop], which begins with one, are a year, a month and a day, or fewer stand there. */
static int may_be_date(const char *text, Py_ssize_t at, Py_ssize_t stop)
{
    char six[6];
    int figures = 0;
    for (; figures < 6 && at < stop; at++) {
        if (text[at] >= '0' && text[at] <= '9')
            six[figures++] = text[at];
        else if (figures == 0)
            return 1;
    }
    return figures < 6 || (is_month(six + 2) && (six[4] == '0'   ? six[5] != '0'
                                                 : six[4] == '3' ? six[5] <= '1'
                                                                 : six[4] <= '2'));
}

static PyObject *datable(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length, begin = 0, end = 0;
    const char *text;
    if (count != 4 || !PyList_Check(arguments[1])) {
        PyErr_SetString(PyExc_TypeError, "datable(text, spots, reach, exempt)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    Py_ssize_t reach = PyLong_AsSsize_t(arguments[2]);
    long exempt = PyErr_Occurred() ? 0 : PyLong_AsLong(arguments[3]);
    if (PyErr_Occurred() || reach < 0 || reach > FARTHEST) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a reach is 0 to 1000 characters");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t index = 0; found && index < PyList_GET_SIZE(arguments[1]); index++) {
        PyObject *spot = PyList_GET_ITEM(arguments[1], index);
        long answer = is_span(spot, 3, length, &begin, &end) ? PyLong_AsLong(PyTuple_GET_ITEM(spot, 2)) : 0;
        if (PyErr_Occurred() ||
            (((answer & exempt) || may_be_date(text, begin, end - begin > reach ? begin + reach : end)) &&
             PyList_Append(found, spot) < 0))
            Py_CLEAR(found);
    }
    return found;
}

/* Whether a character may stand in a name: a letter, an apostrophe, a hyphen. */
static int in_name(char character)
{
    return (unsigned char)((character | 32) - 'a') <= 25 || character == '\'' || character == '-';
}

/* How far behind a bracket the figures of a date begin at most; how long a name before it is, as far as it is looked at. */
enum { OPENED = 16, LONGEST_NAME = 40 };

/* Whether a name of two words ends at `at`, with a space after it: the second begins with a capital. */
static int ends_name(const char *text, Py_ssize_t at)
{
    Py_ssize_t word = at - 1, first = at > LONGEST_NAME ? at - LONGEST_NAME : 0;
    if (word < 1 || text[word] != ' ' || (unsigned char)((text[word - 1] | 32) - 'a') > 25)
        return 0;
    while (word > first && in_name(text[word - 1]))
        word--;
    return word > first + 1 && text[word] >= 'A' && text[word] <= 'Z' && text[word - 1] == ' ' && in_name(text[word - 2]);
}

static PyObject *brackets(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text, *kinds;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "brackets(text, shape)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL || (kinds = kinds_of(arguments[1], length)) == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    const char *open = text;
    while (found && (open = memchr(open, '(', (size_t)(text + length - open))) != NULL) {
        Py_ssize_t at = open++ - text, stop = length - at > OPENED ? at + OPENED : length;
        if (at > 1 && kinds[at - 2] == '0')
            add_found(&found, at, Py_True);
        else if (ends_name(text, at) && !(length - at > 4 && memcmp(kinds + at + 1, "000 ", 4) == 0) &&
                 stop > at + 1 && memchr(kinds + at + 1, '0', (size_t)(stop - at - 1)) != NULL)
            add_found(&found, at, Py_False);
    }
    return found;
}

/* How a line begins whose colon stands at `colon`, behind marks of quotation: the first `alike` characters, as one number; 0 where
   nothing does, or where the line begins more than `longest` before. */
static unsigned long head_of(const char *text, Py_ssize_t colon, Py_ssize_t longest, Py_ssize_t alike)
{
    Py_ssize_t first = colon > longest ? colon - longest : 0, at = colon;
    while (at > first && text[at - 1] != '\n')
        at--;
    if (at == first && first > 0)
        return 0;
    while (at < colon && (text[at] == '>' || text[at] == ' '))
        at++;
    unsigned long head = 0;
    for (Py_ssize_t end = colon - at > alike ? at + alike : colon; at < end; at++)
        head = head << 8 | 0x80 | (unsigned char)text[at];
    return head;
}

static PyObject *heads_alike(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    enum { MOST_ALIKE = 4 };
    Py_ssize_t length;
    const char *text;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "heads_alike(text, longest, alike)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    Py_ssize_t longest = PyLong_AsSsize_t(arguments[1]);
    Py_ssize_t alike = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(arguments[2]);
    if (longest < 0 || longest > FARTHEST || alike < 1 || alike > MOST_ALIKE) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a line's beginning has 1 to 4 characters, a reach is 0 to 1000");
        return NULL;
    }
    PyObject *heads = PySet_New(NULL), *head;
    const char *colon = text;
    int is_again = 0;
    while (heads && !is_again && (colon = memchr(colon, ':', (size_t)(text + length - colon))) != NULL) {
        unsigned long begins = head_of(text, colon++ - text, longest, alike);
        if (begins == 0)
            continue;
        Py_ssize_t before = PySet_GET_SIZE(heads);
        head = PyLong_FromUnsignedLong(begins);
        if (head == NULL || PySet_Add(heads, head) < 0)
            Py_CLEAR(heads);
        else
            is_again = PySet_GET_SIZE(heads) == before;
        Py_XDECREF(head);
    }
    if (heads == NULL)
        return NULL;
    Py_DECREF(heads);
    return PyBool_FromLong(is_again);
}

static PyMethodDef METHODS[] = {
    {"heads_alike", (PyCFunction)(void (*)(void))heads_alike, METH_FASTCALL, "Whether two lines begin alike, with a colon."},
    {"places", (PyCFunction)(void (*)(void))places, METH_FASTCALL, "Where a stem stands in a text."},
    {"standing", (PyCFunction)(void (*)(void))standing, METH_FASTCALL, "Which of the stems stand in a text."},
    {"words_at", (PyCFunction)(void (*)(void))words_at, METH_FASTCALL, "Where these words stand in a text."},
    {"rows_at", (PyCFunction)(void (*)(void))rows_at, METH_FASTCALL, "Where the stems of rows stand in a text."},
    {"spoken", (PyCFunction)(void (*)(void))spoken, METH_FASTCALL, "Number words that may make a number."},
    {"learn", (PyCFunction)(void (*)(void))learn, METH_FASTCALL, "One more word that `known` finds, and its gates."},
    {"learn_figures", (PyCFunction)(void (*)(void))learn_figures, METH_FASTCALL, "For how many figures words stand."},
    {"learn_part", (PyCFunction)(void (*)(void))learn_part, METH_FASTCALL, "A part of words that opens gates."},
    {"learn_acronym", (PyCFunction)(void (*)(void))learn_acronym, METH_FASTCALL, "A word for letters by themselves."},
    {"demand", (PyCFunction)(void (*)(void))demand, METH_FASTCALL, "How a word must stand to open a gate."},
    {"known", (PyCFunction)(void (*)(void))known, METH_FASTCALL, "The words of a text that were learned, and gates."},
    {"clusters", clusters, METH_O, "Where five figures or more stand together in a shape."},
    {"year_and_month", (PyCFunction)(void (*)(void))year_and_month, METH_FASTCALL,
     "Where a run of figures begins with year and month."},
    {"straighten", straighten, METH_O, "A text with figures for the letters that stand for them."},
    {"written_dates", (PyCFunction)(void (*)(void))written_dates, METH_FASTCALL, "The dates of a text."},
    {"words_leading", (PyCFunction)(void (*)(void))words_leading, METH_FASTCALL, "Words that lead to figures."},
    {"words_of", (PyCFunction)(void (*)(void))words_of, METH_FASTCALL, "Where words stand that open some gates."},
    {"words_marked", (PyCFunction)(void (*)(void))words_marked, METH_FASTCALL, "Words that a mark parts from figures."},
    {"answered", (PyCFunction)(void (*)(void))answered, METH_FASTCALL, "Clusters of which something is answered."},
    {"chosen", (PyCFunction)(void (*)(void))chosen, METH_FASTCALL, "Clusters with an answer to one look."},
    {"datable", (PyCFunction)(void (*)(void))datable, METH_FASTCALL, "Clusters that may begin with a date."},
    {"brackets", (PyCFunction)(void (*)(void))brackets, METH_FASTCALL, "Brackets behind figures or names."},
    {"breaks", breaks, METH_O, "Where the gaps of a number stand."},
    {"dates_near", (PyCFunction)(void (*)(void))dates_near, METH_FASTCALL, "The dates of a text that have one of these days."},
    {"glued", (PyCFunction)(void (*)(void))glued, METH_FASTCALL, "Letters that stick to what may be a NAM."},
    {"lettered", (PyCFunction)(void (*)(void))lettered, METH_FASTCALL, "Letters and figures that may be a NAM."},
    {"nine", (PyCFunction)(void (*)(void))nine, METH_FASTCALL, "Nine figures."},
    {"best_reading", (PyCFunction)(void (*)(void))best_reading, METH_FASTCALL, "What letters and figures say as a NAM."},
    {"views", (PyCFunction)(void (*)(void))views, METH_FASTCALL, "A text in small letters, flat, and its shape."},
    {"line_feeds", (PyCFunction)line_feeds, METH_O, "A text with a line feed for each CR LF."},
    {"latin", (PyCFunction)(void (*)(void))latin, METH_FASTCALL, "A text as a table has Latin-1, and a dictionary the rest."},
    {"named", named, METH_O, "Names right before what may begin a date."},
    {"mixed_figures", mixed_figures, METH_O, "Whether letters stand among figures in a shape."},
    {"letters_of", letters_of, METH_O, "A text with spaces in place of all but its letters."},
    {"surroundings", (PyCFunction)(void (*)(void))surroundings, METH_FASTCALL, "What words around a value weigh."},
    {"odds_around", (PyCFunction)(void (*)(void))odds_around, METH_FASTCALL, "What the words around a value come to."},
    {"sieved", (PyCFunction)(void (*)(void))sieved, METH_FASTCALL, "A pattern behind its sieve."},
    {"lone_years", (PyCFunction)(void (*)(void))lone_years, METH_FASTCALL, "Years that are in none of some dates."},
    {"lines_of_dates", (PyCFunction)(void (*)(void))lines_of_dates, METH_FASTCALL, "The lines that may hold a date."},
    {"years", (PyCFunction)(void (*)(void))years, METH_FASTCALL, "Where four figures are a year between two."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, .m_name = "recognizers.glance_native", .m_size = -1, .m_methods = METHODS,
};

PyMODINIT_FUNC PyInit_glance_native(void) { return PyModule_Create(&MODULE); }
