/* Names right before what may begin a date: `named` of glance_plain.py says the same. */
#include "glance_native.h"
#include <string.h>

static int is_capital(char one) { return (unsigned char)(one - 'A') <= 25; }
static int is_any_letter(char one) { return (unsigned char)((one | 32) - 'a') <= 25; }
static int in_word(char one) { return is_any_letter(one) || one == '\'' || one == '-'; }

/* NUL follows the text, and is none of what is looked for. */
enum { LONGEST_NAME = 21, MOST_NAMES = 4 };

/* The end of a word with a capital at `at`, of two characters or more if it is the first of a name; `at` where there is none. */
static Py_ssize_t capitalised(const char *text, Py_ssize_t at, int is_first)
{
    Py_ssize_t end = at;
    if (!is_capital(text[at]))
        return at;
    for (end = at + 1; end - at < LONGEST_NAME && in_word(text[end]);)
        end++;
    return is_first && end - at < 2 ? at : end;
}

/* Whether " 4", ". 12" stand at `at`: what follows a month before its day. */
static int day_follows(const char *text, Py_ssize_t at)
{
    at += text[at] == '.';
    return text[at] == ' ' && is_figure(text[at + 1]);
}

/* Whether a month, so written, and a day stand at `at`. */
static int is_month(const char *text, Py_ssize_t at)
{
    static const char months[] = "JanFebFevMarAvrAprMayMaiJunJuiJulAouAugSepOctNovDec";
    for (const char *month = months; *month; month += 3)
        if (strncmp(text + at, month, 3) == 0) {
            for (at += 3; is_small(text[at]);)
                at++;
            return day_follows(text, at);
        }
    return 0;
}

/* Whether " ", ".", "er " stand at `at`: what follows the day of a date. */
static int ends_day(const char *text, Py_ssize_t at)
{
    return (text[at] && is_one_of(text[at], " ./-")) ||
           (is_small(text[at]) && is_small(text[at + 1]) && text[at + 2] == ' ');
}

/* Whether a date may begin at `at`: a day, a year, a word with a day after it. */
static int may_begin_a_date(const char *text, Py_ssize_t at)
{
    Py_ssize_t end = at;
    if (!is_figure(text[at])) {
        while (end - at < 10 && is_any_letter(text[end]))
            end++;
        return end - at >= 3 && end - at < 10 && day_follows(text, end);
    }
    return ends_day(text, at + 1) || (is_figure(text[at + 1]) && text[at] < '4' && ends_day(text, at + 2)) ||
           ((text[at] == '1' || text[at] == '2') && is_figure(text[at + 1]) && is_figure(text[at + 2]) &&
            is_figure(text[at + 3]));
}

/* Where a date may begin behind a name that ends at `end`, or -1. */
static Py_ssize_t date_after(const char *text, Py_ssize_t end)
{
    end += text[end] == ' ';
    end += text[end] && is_one_of(text[end], ",(:/-");
    end += text[end] == ' ';
    return may_begin_a_date(text, end) ? end : -1;
}

PyObject *named(PyObject *self, PyObject *given)
{
    Py_ssize_t length;
    const char *text = ascii(given, &length);
    PyObject *found = text ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0; found && at < length; at++) {
        Py_ssize_t ends[MOST_NAMES], date = -1;
        int names = 0;
        while (at < length && !is_capital(text[at]))
            at++;
        if (at == length || (at && (in_word(text[at - 1]) || text[at - 1] == '.')))
            continue;
        Py_ssize_t end = capitalised(text, at, 1), next;
        for (next = end; next > at && names < MOST_NAMES; names++) {
            ends[names] = end = next;
            if (text[end] != ' ' || is_month(text, end + 1))
                next = at;
            else if ((next = capitalised(text, end + 1, 0)) == end + 1)
                next = at;
        }
        while (names > 1 && (date = date_after(text, ends[names - 1])) < 0)
            names--;
        if (date < 0)
            continue;
        PyObject *places = Py_BuildValue("nnn", at, ends[names - 1], date);
        if (places == NULL || PyList_Append(found, places) < 0)
            Py_CLEAR(found);
        Py_XDECREF(places);
        at = date - 1;
    }
    return found;
}
