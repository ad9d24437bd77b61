/* What the words around a value weigh, in C: surroundings.py says the same, and what they are. */
#include "glance_native.h"
#include <stdint.h>
#include <string.h>

enum { LONGEST_WORD = 16, STEM = 6, SIDES = 2, PLACED = 3 };
/* How a word is looked at: by its place (0 to 2), in the value's sentence and beyond, alone and behind another; or anywhere. */
enum { WORD = 3, PAIR = 5, LOOKS = 7, ANYWHERE = SIDES * LOOKS };
enum { NEAREST = 4, NEAR = 70, HOPELESS = -250, MOST_WORDS = 24 };
/* How far is read around a value: in characters, in words, and over how many stops. */
struct reach {
    Py_ssize_t before, after;
    int words_before, words_after, stops;
};
static const struct reach NARROW = {170, 130, 14, 10, 2}, WIDE = {280, 200, MOST_WORDS, 16, 3};

/* A token is its characters, six at most, as one number. */
#define TOKEN (((uint64_t)1 << 8 * STEM) - 1)
struct weight {
    uint64_t token; /* the look and the side stand in its highest byte; 0 where nothing is */
    uint64_t last;  /* the token before, nearer to the value, and in the two highest bytes what it weighs, in hundredths */
};
struct kind {
    uint64_t first, second, token; /* a word's first eight letters, and the others */
};
struct weights {
    size_t places, words; /* powers of two, of which at most half are taken */
    struct weight *weight;
    struct kind *kind;
    uint64_t figures, name, end;
    const struct reach *reach;
};

static uint64_t packed(const char *text, Py_ssize_t size)
{
    uint64_t token = 0;
    for (Py_ssize_t at = 0; at < size; at++)
        token |= (uint64_t)(unsigned char)text[at] << (8 * at);
    return token;
}

static size_t mixed(uint64_t one, uint64_t other)
{
    uint64_t hash = (one ^ (other * 0x9e3779b97f4a7c15u)) * 0xbf58476d1ce4e5b9u;
    return (size_t)(hash ^ (hash >> 29));
}

static struct weight *place_of(const struct weights *all, uint64_t token, uint64_t last)
{
    size_t at = mixed(token, last) & (all->places - 1);
    while (all->weight[at].token && (all->weight[at].token != token || (all->weight[at].last & TOKEN) != last))
        at = (at + 1) & (all->places - 1);
    return &all->weight[at];
}

static long weight_of(const struct weights *all, uint64_t token, uint64_t last)
{
    return (int16_t)(place_of(all, token, last)->last >> 8 * STEM);
}

static struct kind *kind_of(const struct weights *all, uint64_t first, uint64_t second)
{
    size_t at = mixed(first, second) & (all->words - 1);
    while (all->kind[at].token && (all->kind[at].first != first || all->kind[at].second != second))
        at = (at + 1) & (all->words - 1);
    return &all->kind[at];
}

static uint64_t key(uint64_t token, int side, int look) { return token | (uint64_t)(1 + side * LOOKS + look) << 56; }

static void put_away(PyObject *capsule)
{
    struct weights *all = PyCapsule_GetPointer(capsule, NULL);
    if (all) {
        PyMem_Free(all->weight);
        PyMem_Free(all->kind);
        PyMem_Free(all);
    }
}

static size_t places_for(Py_ssize_t count)
{
    size_t places = 16;
    while (places < 2 * (size_t)count)
        places *= 2;
    return places;
}

/* A token from Python: an ASCII string of six characters at most; -1 and an exception where it is none. */
static int read_token(PyObject *given, uint64_t *token)
{
    Py_ssize_t size = 0;
    const char *text = ascii(given, &size);
    if (text && size > STEM)
        PyErr_SetString(PyExc_ValueError, "a token has six characters at most");
    if (PyErr_Occurred())
        return -1;
    *token = packed(text, size);
    return 0;
}

/* The token that text[begin:end] of a feature is: a line end is written as "/"; 0 where it is none. */
static uint64_t token_in(const char *begin, const char *end)
{
    if (begin == end || end - begin > STEM)
        return 0;
    return *begin == '/' ? (uint64_t)'\n' : packed(begin, end - begin);
}

/* Put away what a line says, a feature and its weight (see `features` of context.py); -1 where it says none. */
static int read_line(struct weights *all, const char *at, const char *end)
{
    const char *blank = memchr(at, ' ', (size_t)(end - at)), *pair;
    uint64_t token, last = 0;
    int side = *at == '>', look = WORD;
    if (blank == NULL || !is_one_of(*at, "*<>"))
        return -1;
    if (*at == '*') {
        token = token_in(at + 1, blank) | (uint64_t)(1 + ANYWHERE) << 56;
    } else {
        int beyond = at[1] == at[0];
        const char *word = at + 1 + beyond;
        if ((pair = memchr(word, '_', (size_t)(blank - word))) != NULL) {
            if (pair > word && (last = token_in(word, pair)) == 0)
                return -1;
            word = pair + 1;
            look = PAIR;
        } else if (is_figure(*word)) {
            look = *word++ - '0';
            if (beyond || look >= PLACED)
                return -1;
        }
        token = key(token_in(word, blank), side, look + beyond);
    }
    int negative = blank[1] == '-';
    long value = 0;
    const char *figure = blank + 1 + negative;
    for (at = figure; at < end && is_figure(*at) && value <= INT16_MAX; at++)
        value = 10 * value + (*at - '0');
    if ((token & TOKEN) == 0 || at == figure || at < end || value > INT16_MAX)
        return -1;
    struct weight *one = place_of(all, token, last);
    one->token = token;
    one->last = last | (uint64_t)(uint16_t)(negative ? -value : value) << 8 * STEM;
    return 0;
}

static int read_weights(struct weights *all, const char *text, Py_ssize_t size)
{
    for (const char *at = text, *stop = text + size; at < stop;) {
        const char *end = memchr(at, '\n', (size_t)(stop - at));
        if (end == NULL || end == at || read_line(all, at, end) < 0) {
            PyErr_SetString(PyExc_ValueError, "a line is a feature and its weight in hundredths");
            return -1;
        }
        at = end + 1;
    }
    return 0;
}

static Py_ssize_t lines_in(const char *text, Py_ssize_t size)
{
    Py_ssize_t lines = 0;
    for (Py_ssize_t at = 0; at < size; at++)
        lines += text[at] == '\n';
    return lines;
}

static int read_kinds(struct weights *all, PyObject *kinds)
{
    PyObject *word, *given;
    Py_ssize_t place = 0, size = 0;
    while (PyDict_Next(kinds, &place, &word, &given)) {
        uint64_t token;
        const char *text = ascii(word, &size);
        if (text && (size == 0 || size > LONGEST_WORD))
            PyErr_SetString(PyExc_ValueError, "a word has 1 to 16 letters");
        if (PyErr_Occurred() || read_token(given, &token) < 0)
            return -1;
        uint64_t first = packed(text, size < 8 ? size : 8), second = size > 8 ? packed(text + 8, size - 8) : 0;
        *kind_of(all, first, second) = (struct kind){first, second, token};
    }
    return 0;
}

PyObject *surroundings(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size = 0;
    if (count != 3 || !PyDict_Check(arguments[1]) || !PyBool_Check(arguments[2])) {
        PyErr_SetString(PyExc_TypeError, "surroundings(lines, kinds, wide)");
        return NULL;
    }
    const char *text = ascii(arguments[0], &size);
    if (text == NULL)
        return NULL;
    struct weights *all = PyMem_Calloc(1, sizeof(*all));
    PyObject *capsule = all ? PyCapsule_New(all, NULL, put_away) : NULL;
    if (capsule == NULL) {
        PyMem_Free(all);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    *all = (struct weights){.places = places_for(lines_in(text, size)), .words = places_for(PyDict_GET_SIZE(arguments[1])),
                            .figures = packed("#", 1), .name = packed("~n", 2), .end = packed("|", 1),
                            .reach = arguments[2] == Py_True ? &WIDE : &NARROW};
    all->weight = PyMem_Calloc(all->places, sizeof(*all->weight));
    all->kind = PyMem_Calloc(all->words, sizeof(*all->kind));
    if (all->weight == NULL || all->kind == NULL)
        PyErr_NoMemory();
    if (PyErr_Occurred() || read_weights(all, text, size) < 0 || read_kinds(all, arguments[1]) < 0)
        Py_CLEAR(capsule);
    return capsule;
}

/* The token that text[begin:end] is, a word, figures or a sign. */
static uint64_t token_of(const struct weights *all, const char *text, Py_ssize_t begin, Py_ssize_t end)
{
    Py_ssize_t size = end - begin;
    if (is_figure(text[begin]))
        return all->figures;
    if (size <= LONGEST_WORD) {
        uint64_t first = packed(text + begin, size < 8 ? size : 8);
        const struct kind *kind = kind_of(all, first, size > 8 ? packed(text + begin + 8, size - 8) : 0);
        if (kind->token)
            return kind->token;
    }
    return packed(text + begin, size < STEM ? size : STEM);
}

/* The first `most` tokens of text[low:high], from its end or its begin on, and the end where it is near; how many they are. */
static int tokens(const struct weights *all, const char *text, Py_ssize_t low, Py_ssize_t high, int backwards, int most,
                  uint64_t *token)
{
    int count = 0;
    while (low < high) {
        Py_ssize_t begin = backwards ? high - 1 : low, end = begin + 1;
        int (*kind)(char) = is_small(text[begin]) ? is_small : is_figure(text[begin]) ? is_figure : NULL;
        if (kind && backwards)
            while (begin > low && kind(text[begin - 1]))
                begin--;
        else if (kind)
            while (end < high && kind(text[end]))
                end++;
        *(backwards ? &high : &low) = backwards ? begin : end;
        if (kind == NULL && !is_one_of(text[begin], "\n.,:;!?()"))
            continue;
        uint64_t one = token_of(all, text, begin, end);
        if (count && text[begin] == '\n' && token[count - 1] == one)
            break;
        if (count && one == token[count - 1] && (one == all->figures || one == all->name))
            continue;
        token[count++] = one;
        if (count == most)
            return count;
    }
    token[count++] = all->end;
    return count;
}

/* What the tokens of one side, from the value outwards, come to, in hundredths. */
static long odds(const struct weights *all, int side, const uint64_t *token, int count)
{
    long sum = 0;
    int stops = 0;
    for (int place = 0; place < PLACED && place < count; place++)
        sum += weight_of(all, key(token[place], side, place), 0);
    for (int at = 0; at < count; at++) {
        int beyond = stops > 0;
        sum += weight_of(all, key(token[at], 0, ANYWHERE), 0);
        sum += weight_of(all, key(token[at], side, WORD + beyond), 0);
        sum += weight_of(all, key(token[at], side, PAIR + beyond), at ? token[at - 1] : 0);
        stops += token[at] < 256 && is_one_of((char)token[at], ".!?\n");
        if (stops > all->reach->stops)
            break;
    }
    return sum;
}

PyObject *odds_around(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length = 0;
    if (count != 5) {
        PyErr_SetString(PyExc_TypeError, "odds_around(weights, given, lower, start, end)");
        return NULL;
    }
    const struct weights *all = PyCapsule_GetPointer(arguments[0], NULL);
    const char *text = all ? ascii(arguments[2], &length) : NULL;
    long given = text ? PyLong_AsLong(arguments[1]) : 0;
    Py_ssize_t start = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(arguments[3]);
    Py_ssize_t end = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(arguments[4]);
    if (!PyErr_Occurred() && (start < 0 || start > end || end > length))
        PyErr_SetString(PyExc_ValueError, "a value lies within its text");
    if (PyErr_Occurred())
        return NULL;
    const struct reach *far = all->reach;
    uint64_t before[MOST_WORDS + 1], after[MOST_WORDS + 1];
    int earlier = tokens(all, text, start > NEAR ? start - NEAR : 0, start, 1, NEAREST, before);
    int later = tokens(all, text, end, length - end > NEAR ? end + NEAR : length, 0, NEAREST, after);
    if (given + odds(all, 0, before, earlier) + odds(all, 1, after, later) < HOPELESS)
        Py_RETURN_NONE;
    earlier = tokens(all, text, start > far->before ? start - far->before : 0, start, 1, far->words_before, before);
    later = tokens(all, text, end, length - end > far->after ? end + far->after : length, 0, far->words_after, after);
    return PyLong_FromLong(given + odds(all, 0, before, earlier) + odds(all, 1, after, later));
}

/* Whether a figure or two, and one or two more, all with the same mark behind them, stand before text[at]: no year. */
static int is_day_and_month(const char *text, Py_ssize_t at)
{
    if (at < 4 || !is_one_of(text[at - 1], "-/.") || !is_figure(text[at - 2]))
        return 0;
    Py_ssize_t mark = at - 3 - is_figure(text[at - 3]);
    return mark > 0 && text[mark] == text[at - 1] && is_figure(text[mark - 1])
        && !(mark > 3 && is_figure(text[mark - 2]) && is_figure(text[mark - 3]) && is_figure(text[mark - 4]));
}

PyObject *years(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    enum { YEAR = 4, SHORT_YEAR = 2 };
    Py_ssize_t length;
    const char *text, *kinds;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "years(text, shape, oldest, youngest)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL || (kinds = kinds_of(arguments[1], length)) == NULL)
        return NULL;
    long oldest = PyLong_AsLong(arguments[2]), youngest = PyErr_Occurred() ? 0 : PyLong_AsLong(arguments[3]);
    PyObject *found = PyErr_Occurred() ? NULL : PyList_New(0);
    const char *at = kinds, *stop = kinds + length;
    while (found && (at = memchr(at, '0', (size_t)(stop - at))) != NULL) {
        Py_ssize_t figures = 0, place = at - kinds;
        long year = 0;
        for (; figures < YEAR && place + figures < length && at[figures] == '0'; figures++)
            year = 10 * year + (text[place + figures] - '0');
        at += figures;
        if (figures == YEAR ? year < oldest || year > youngest : figures != SHORT_YEAR || !is_day_and_month(text, place))
            continue;
        PyObject *number = PyLong_FromSsize_t(place);
        if (number == NULL || PyList_Append(found, number) < 0)
            Py_CLEAR(found);
        Py_XDECREF(number);
    }
    return found;
}
