/* Identifiers by their form, in C: number_forms.py says the same, and what the forms are. */
#include "glance_native.h"
#include <string.h>

/* A part of a text: what stands behind it is not seen, what stands before it is. */
struct part {
    const char *text;
    Py_ssize_t start, stop;
};

static char at(const struct part *part, Py_ssize_t place) { return place < part->stop ? part->text[place] : 0; }
static char before(const struct part *part, Py_ssize_t place) { return place > 0 ? part->text[place - 1] : 0; }

static int is_gap(char one)
{
    switch (one) {
    case ' ': case '\t': case '\r': case '\n': case '.': case '-': case '/': case '_': case ',': case '|': case '*': case '\'':
    case '"': case '(': case ')': case '>': case '\\': case '~': case '+': case '\x7f':
        return 1;
    }
    return 0;
}

/* Whether the part goes on with `word` at `place`. */
static int goes_on(const struct part *part, Py_ssize_t place, const char *word)
{
    Py_ssize_t size = (Py_ssize_t)strlen(word);
    return size <= part->stop - place && memcmp(part->text + place, word, (size_t)size) == 0;
}

enum { LONGEST_GAP = 8 };

/* Behind up to eight characters that may stand within a number, from `place` on; `more` are further ones. */
static Py_ssize_t over(const struct part *part, Py_ssize_t place, const char *more)
{
    for (int gap = 0; gap < LONGEST_GAP && (is_gap(at(part, place)) || is_one_of(at(part, place), more)); gap++)
        place++;
    return place;
}

/* Behind `count` characters of `kind`, gaps between them, of which the first stands at `place`; or -1. */
static Py_ssize_t run(const struct part *part, Py_ssize_t place, int count, int (*kind)(char))
{
    for (int each = 0; each < count; each++) {
        if (each)
            place = over(part, place, "");
        if (!kind(at(part, place++)))
            return -1;
    }
    return place;
}

static int is_name_letter(char one) { return is_small(one) || is_one_of(one, "012568"); }
static int is_nam_figure(char one) { return is_figure(one) || is_one_of(one, "oqduilzsbg"); }
static int is_sin_figure(char one) { return is_figure(one) || is_one_of(one, "oqilzsbg"); }

/* Whether a label of three letters, and what may follow it, stands at `place`. */
static int is_label(const struct part *part, Py_ssize_t place, const char *const *labels)
{
    char next = at(part, place + 3);
    for (; *labels; labels++)
        if (goes_on(part, place, *labels) && (is_figure(next) || is_one_of(next, " :#=")))
            return 1;
    return 0;
}

static int is_hexadecimal(const struct part *part, Py_ssize_t place)
{
    if (at(part, place) != '-')
        return 0;
    for (int each = 1; each <= 4; each++)
        if (!is_figure(at(part, place + each)) && !(at(part, place + each) >= 'a' && at(part, place + each) <= 'f'))
            return 0;
    return 1;
}

/* Whether a word of three to twelve letters, no label, sticks to the figure before `place`. */
static int is_glued_word(const struct part *part, Py_ssize_t place)
{
    Py_ssize_t size = 0;
    while (size < 13 && is_small(at(part, place + size)))
        size++;
    char after = at(part, place + size);
    if (!is_figure(before(part, place)) || size < 3 || size > 12 || is_figure(after))
        return 0;
    return !is_one_of(after == ' ' ? at(part, place + size + 1) : after, ":#=");
}

/* Whether nothing goes on with a NAM that ends at `end`: no figure, no letter but the next label's, no hour, no UUID. */
static int ends_nam(const struct part *part, Py_ssize_t end)
{
    static const char *const labels[] = {"nas", "sin", "ddn", "dob", NULL};
    char next = at(part, end);
    Py_ssize_t hour = end + (next == ' ');
    if (is_figure(next) || (is_small(next) && !is_label(part, end, labels) && !is_glued_word(part, end)))
        return 0;
    if (at(part, hour) == ':' && is_figure(at(part, hour + 1)))
        return 0;
    return !(is_hexadecimal(part, end) && is_hexadecimal(part, end + 5) && at(part, end + 10) == '-');
}

/* A text and the bounds that arguments 1 and 2 set in it; -1 and an exception where they are none. */
static int read_part(struct part *part, PyObject *const *arguments)
{
    Py_ssize_t length;
    if ((part->text = ascii(arguments[0], &length)) == NULL)
        return -1;
    part->start = PyNumber_AsSsize_t(arguments[1], PyExc_OverflowError);
    part->stop = PyErr_Occurred() ? -1 : PyNumber_AsSsize_t(arguments[2], PyExc_OverflowError);
    if (PyErr_Occurred())
        return -1;
    if (part->start < 0)
        part->start = 0;
    if (part->stop > length)
        part->stop = length;
    return 0;
}

PyObject *lettered(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    struct part part;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "lettered(lower, start, end, reach)");
        return NULL;
    }
    if (read_part(&part, arguments) < 0)
        return NULL;
    Py_ssize_t reach = PyNumber_AsSsize_t(arguments[3], PyExc_OverflowError);
    PyObject *found = PyErr_Occurred() ? NULL : PyList_New(0);
    for (Py_ssize_t place = part.start; found && place < part.stop; place++) {
        if (!is_name_letter(part.text[place]) || is_either(before(&part, place)))
            continue;
        Py_ssize_t middle = run(&part, place, 4, is_name_letter), figures, end;
        if (middle < 0)
            continue;
        figures = over(&part, middle, ":;=#");
        if ((end = run(&part, figures, 6, is_nam_figure)) < 0)
            continue;
        end = over(&part, end, "");
        if (!is_either(at(&part, end)))
            continue;
        end = over(&part, end + 1, "");
        if (!is_nam_figure(at(&part, end)) || !ends_nam(&part, end + 1) || end + 1 <= reach)
            continue;
        PyObject *one = Py_BuildValue("(nnnn)", place, middle, figures, end + 1);
        if (one == NULL || PyList_Append(found, one) < 0)
            Py_CLEAR(found);
        Py_XDECREF(one);
    }
    return found;
}

/* Whether a sex stands at `place`, and eight figures that begin as a year does, as in a row of fixed width. */
static int is_dated_sex(const struct part *part, Py_ssize_t place)
{
    if (!is_one_of(at(part, place), "fm") || !is_one_of(at(part, place + 1), "12"))
        return 0;
    for (int each = 2; each <= 8; each++)
        if (!is_figure(at(part, place + each)))
            return 0;
    return 1;
}

PyObject *glued(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    struct part part;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "glued(lower, start, end)");
        return NULL;
    }
    if (read_part(&part, arguments) < 0)
        return NULL;
    for (Py_ssize_t begin = part.start, end; begin < part.stop; begin = end + 1) {
        for (end = begin; is_small(at(&part, end));)
            end++;
        for (Py_ssize_t name = end - 4; name >= begin; name--) {
            Py_ssize_t figures = over(&part, name + 4, ""), last = run(&part, figures, 6, is_nam_figure);
            if (last < 0 || !is_either(at(&part, last = over(&part, last, ""))))
                continue;
            last = over(&part, last + 1, "");
            if (!is_nam_figure(at(&part, last)) || is_figure(at(&part, last + 1)))
                continue;
            last++;
            int letter = is_small(at(&part, last)) && (!is_either(at(&part, last + 1)) || is_dated_sex(&part, last));
            return Py_BuildValue("(nnnnn)", begin, name, figures, last, last + letter);
        }
    }
    Py_RETURN_NONE;
}

/* Whether nine figures may begin at `place`: they go on from no figure, unless a cell of four figures ends there. */
static int begins_nine(const struct part *part, Py_ssize_t place)
{
    const char *text = part->text;
    char last = before(part, place), second = place > 1 ? text[place - 2] : 0;
    if (!is_figure(text[place]) && (is_small(last) || !is_one_of(text[place], "oilsbz")))
        return 0;
    if (is_figure(last) || (is_figure(second) && is_one_of(last, "-./")))
        return 0;
    if (last != ',' || !is_figure(second))
        return 1;
    return place > 4 && is_figure(text[place - 3]) && is_figure(text[place - 4]) && is_figure(text[place - 5]);
}

/* Whether nothing goes on with nine figures that end at `end`. */
static int ends_nine(const struct part *part, Py_ssize_t end)
{
    static const char *const labels[] = {"nam", "ddn", "dob", NULL};
    char next = at(part, end);
    if (is_figure(next))
        return 0;
    if (is_small(next) && !is_label(part, end, labels) && !is_glued_word(part, end)) {
        if (!goes_on(part, end, "nam"))
            return 0;
        for (int each = 3; each < 7; each++)
            if (!is_small(at(part, end + each)))
                return 0;
        if (!is_figure(at(part, end + 7 + (at(part, end + 7) == ' '))))
            return 0;
    }
    Py_ssize_t figures = end + 1 + (at(part, end + 1) == '.'), size = 0;
    while (size < 4 && is_figure(at(part, figures + size)))
        size++;
    int is_decimal = next == '.' && at(part, end + 1) == '0' && size == 1; /* as spreadsheets write whole numbers */
    if (is_one_of(next, "-./") && size && !is_decimal)
        return 0;
    return !(next == ',' && size && size < 4);
}

PyObject *nine(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    struct part part;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "nine(lower, start, end)");
        return NULL;
    }
    if (read_part(&part, arguments) < 0)
        return NULL;
    for (Py_ssize_t place = part.start; place < part.stop; place++) {
        if (!is_sin_figure(part.text[place]) || !begins_nine(&part, place))
            continue;
        Py_ssize_t end = run(&part, place, 9, is_sin_figure);
        if (end >= 0 && ends_nine(&part, end))
            return Py_BuildValue("(nn)", place, end);
    }
    Py_RETURN_NONE;
}

PyObject *breaks(PyObject *self, PyObject *written)
{
    enum { MOST = 3, LAST = 30 };
    Py_ssize_t length;
    const char *text = ascii(written, &length);
    if (text == NULL)
        return NULL;
    long found = 0;
    for (Py_ssize_t place = 0, seen = 0; place < length;) {
        if (is_either(text[place])) {
            place++;
            seen++;
            continue;
        }
        Py_ssize_t gap = 0;
        while (place < length && !is_either(text[place])) {
            Py_ssize_t end = place;
            while (end < length && (text[end] == ' ' || text[end] == '\t'))
                end++;
            if (text[end] == '\n' || (text[end] == '\r' && text[end + 1] == '\n')) {
                gap++;
                for (place = end + 1 + (text[end] == '\r'); place < length && is_one_of(text[place], "> \t|");)
                    place++;
            } else {
                end += end == place;
                gap += end - place;
                place = end;
            }
        }
        if (gap > MOST || seen > LAST)
            return PyLong_FromLong(-1);
        found |= 1L << seen;
    }
    return PyLong_FromLong(found);
}
