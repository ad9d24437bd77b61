/* What letters and figures say when they are read as a NAM, in C: nam_number.py says the same, and by which rules. */
#include "dates_native.h"
#include <string.h>

enum { LETTERS = 4, FIGURES = 8, LONG = LETTERS + FIGURES, MOST_CHANGES = 4, CENTURIES = 3 };

/* One way of reading the characters: as small letters, how many of them are exchanged, and what they say. */
struct reading {
    char compact[LONG];
    int changed, has_day, days, day[CENTURIES], alive[CENTURIES], checked[CENTURIES];
};

/* The letters and figures of `given` into code[:size]; -1 and an exception where they are not so many. */
static int read_code(PyObject *given, char *code, Py_ssize_t size)
{
    Py_ssize_t length, taken = 0;
    const char *text = ascii(given, &length);
    if (text == NULL)
        return -1;
    for (Py_ssize_t at = 0; at < length && taken <= size; at++)
        if (is_either(text[at])) {
            if (taken < size)
                code[taken] = text[at];
            taken++;
        }
    if (taken == size)
        return 0;
    PyErr_SetString(PyExc_ValueError, "a NAM has four letters and eight figures");
    return -1;
}

/* The letters that a figure may be, or the character itself; how many there are. */
static int as_letters(char one, char letters[2])
{
    letters[1] = 'l';
    switch (one) {
    case '0': letters[0] = 'o'; return 1;
    case '1': letters[0] = 'i'; return 2;
    case '2': letters[0] = 'z'; return 1;
    case '5': letters[0] = 's'; return 1;
    case '6': letters[0] = 'g'; return 1;
    case '8': letters[0] = 'b'; return 1;
    }
    letters[0] = one;
    return 1;
}

/* The code of a small letter, as a capital, or of a figure in EBCDIC (cp037). */
static int ebcdic(char one)
{
    if (is_figure(one))
        return 0xF0 + one - '0';
    return one <= 'i' ? 0xC1 + one - 'a' : one <= 'r' ? 0xD1 + one - 'j' : 0xE2 + one - 's';
}

static int check_digit(const char *compact, int century, int is_woman, int month)
{
    static const int weights[] = {1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1};
    const char expanded[] = {
        compact[0], compact[1], compact[2], compact[3], (char)('0' + century / 10), (char)('0' + century % 10), compact[4],
        compact[5], is_woman ? 'f' : 'm', (char)('0' + month / 10), (char)('0' + month % 10), compact[8], compact[9], compact[10],
    };
    int sum = 0;
    for (int each = 0; each < (int)sizeof(expanded); each++)
        sum += weights[each] * ebcdic(expanded[each]);
    return sum % 10;
}

static int pair(const char *figures) { return 10 * (figures[0] - '0') + figures[1] - '0'; }

/* Fills in what the characters say: has_day is 0 where they have not a NAM's shape or tell no day. */
static void read_nam(struct reading *one, int oldest, int today)
{
    const char *compact = one->compact;
    one->days = one->has_day = 0;
    for (int at = 0; at < LETTERS; at++)
        if (!is_small(compact[at]))
            return;
    for (int at = LETTERS; at < LONG; at++)
        if (at != LONG - 2 && !is_figure(compact[at]))
            return;
    char sequence = compact[LONG - 2];
    if (sequence == '0' || sequence == 'i' || sequence == 'o')
        return;
    int month = pair(compact + 6), is_woman = month > 50;
    month -= is_woman ? 50 : 0;
    for (int century = 18; century < 18 + CENTURIES; century++) {
        int year = century * 100 + pair(compact + 4), day = pair(compact + 8);
        if (!is_day(year, month, day) || year > today / 10000)
            continue;
        int whole = year * 10000 + month * 100 + day;
        one->day[one->days] = whole;
        one->alive[one->days] = oldest <= whole && whole <= today;
        one->checked[one->days++] = check_digit(compact, century, is_woman, month) == compact[LONG - 1] - '0';
    }
    one->has_day = one->days > 0;
}

static int is_confirmed(const struct reading *one)
{
    for (int each = 0; each < one->days; each++)
        if (one->alive[each] && one->checked[each])
            return 1;
    return 0;
}

/* Whether one is worth more than the other: confirmed, then a NAM at all, then with fewer characters exchanged. */
static int is_better(const struct reading *one, const struct reading *other)
{
    int more = is_confirmed(one) - is_confirmed(other);
    if (more == 0)
        more = one->has_day - other->has_day;
    return more ? more > 0 : one->changed < other->changed;
}

/* (births, confirmed, stretched), or None. */
static PyObject *told(const struct reading *one)
{
    if (!one->has_day)
        Py_RETURN_NONE;
    PyObject *births = PyFrozenSet_New(NULL), *confirmed = PyFrozenSet_New(NULL), *stretched = PyFrozenSet_New(NULL);
    for (int each = 0; each < one->days && births && confirmed && stretched; each++) {
        if (one->alive[each])
            add_date(&births, one->day[each]);
        if (one->checked[each])
            add_date(one->alive[each] ? &confirmed : &stretched, one->day[each]);
    }
    if (births && confirmed && stretched)
        return Py_BuildValue("(NNN)", births, confirmed, stretched);
    Py_XDECREF(births);
    Py_XDECREF(confirmed);
    Py_XDECREF(stretched);
    return NULL;
}

PyObject *best_reading(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    char typed[LONG], options[LETTERS][2];
    int many[LETTERS], found = 0;
    struct reading best = {0}, one;
    if (!has_calendar())
        return NULL;
    if (count != 4 || !PyDate_Check(arguments[2]) || !PyDate_Check(arguments[3])) {
        PyErr_SetString(PyExc_TypeError, "best_reading(letters, figures, oldest, today)");
        return NULL;
    }
    if (read_code(arguments[0], typed, LETTERS) < 0 || read_code(arguments[1], typed + LETTERS, FIGURES) < 0)
        return NULL;
    int oldest = as_number(arguments[2]), today = as_number(arguments[3]);
    for (int at = 0; at < LETTERS; at++)
        many[at] = as_letters(typed[at], options[at]);
    for (int at = LETTERS; at < LONG; at++)
        one.compact[at] = as_digit(typed[at]);
    for (int at = LETTERS; at < LETTERS + 6; at++)
        if (!is_figure(one.compact[at]))
            Py_RETURN_NONE;
    /* The seventh figure may be a letter; what sorts first is tried first. */
    const char figure = as_digit(typed[LONG - 2]), sequences[] = {figure, typed[LONG - 2]};
    int all = many[0] * many[1] * many[2] * many[3];
    for (int name = 0; name < all; name++) {
        for (int at = LETTERS - 1, rest = name; at >= 0; rest /= many[at--])
            one.compact[at] = options[at][rest % many[at]];
        for (int each = 0; each < 1 + (figure != typed[LONG - 2]); each++) {
            one.compact[LONG - 2] = sequences[each];
            one.changed = 0;
            for (int at = 0; at < LONG; at++)
                one.changed += one.compact[at] != typed[at];
            if (one.changed > MOST_CHANGES)
                continue;
            read_nam(&one, oldest, today);
            if (!found || is_better(&one, &best))
                best = one;
            found = 1;
        }
    }
    if (!found)
        Py_RETURN_NONE;
    PyObject *reading = told(&best);
    if (reading == NULL)
        return NULL;
    for (int at = 0; at < LONG; at++)
        best.compact[at] = (char)(is_small(best.compact[at]) ? best.compact[at] - 32 : best.compact[at]);
    return Py_BuildValue("(s#iN)", best.compact, (Py_ssize_t)LONG, best.changed, reading);
}
