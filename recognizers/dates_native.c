/* Calendar dates in C: date_forms.py says the same, and what the forms mean. A text is what NUL ends, as in every str of Python:
   reading one character further than what was seen is always allowed. */
#include "dates_native.h"
#include <string.h>

static int is_mark(char one) { return one == '-' || one == '/' || one == '.'; }

/* The character before text[at], so far back, or NUL. */
static char back(const char *text, Py_ssize_t at, Py_ssize_t far) { return at >= far ? text[at - far] : 0; }

static int begins(const char *text, const char *word)
{
    while (*word)
        if (*text++ != *word++)
            return 0;
    return 1;
}

/* The length of the first of `words`, NULL-terminated, that `text` begins with and no letter follows; or 0. */
static Py_ssize_t word_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (begins(text, *words) && !is_small(text[strlen(*words)]))
            return (Py_ssize_t)strlen(*words);
    return 0;
}

/* Whether text[:size] is one of `words`, with up to `more` letters after it. */
static int is_word(const char *text, Py_ssize_t size, const char *word, Py_ssize_t more)
{
    Py_ssize_t length = (Py_ssize_t)strlen(word);
    return size >= length && size <= length + more && begins(text, word);
}

enum { JUNE_OR_JULY = 67, LONGEST_MONTH = 10 };

static int july(const char *rest, Py_ssize_t size)
{
    const char *const ends[] = {"", "et", "let", "e", "y", "ett"};
    for (size_t each = 0; each < sizeof(ends) / sizeof(*ends); each++)
        if (is_word(rest, size, ends[each], 0))
            return 1;
    return 0;
}

/* The month whose name all of text[:size] is (MONTH), or 0. */
static int month_named(const char *text, Py_ssize_t size)
{
    const char *const januaries[] = {"jan", "janv", "janvi", "janvier", "janu", "january", "janvrier"};
    switch (text[0]) {
    case 'j':
        for (size_t each = 0; each < sizeof(januaries) / sizeof(*januaries); each++)
            if (is_word(text, size, januaries[each], 0))
                return 1;
        if (is_word(text, size, "jun", 0) || is_word(text, size, "juin", 0) || is_word(text, size, "june", 0))
            return 6;
        if (is_word(text, size, "jui", 0))
            return JUNE_OR_JULY;
        Py_ssize_t stem = begins(text, "jul") ? 3 : begins(text, "juil") ? 4 : 0;
        if (stem && stem <= size &&
            (july(text + stem, size - stem) || (text[stem] == 'l' && july(text + stem + 1, size - stem - 1))))
            return 7;
        return 0;
    case 'f':
        return size >= 3 && size <= 9 && (text[2] == 'v' || (text[2] == 'b' && text[3] != 'v')) ? 2 : 0;
    case 'm':
        return is_word(text, size, "mar", 0) || is_word(text, size, "mars", 0) || is_word(text, size, "march", 0) ? 3
               : is_word(text, size, "mai", 0) || is_word(text, size, "may", 0)                                  ? 5
                                                                                                                 : 0;
    case 'a':
        return is_word(text, size, "avr", 3) || is_word(text, size, "apr", 3) ? 4
               : is_word(text, size, "aou", 0) || is_word(text, size, "aout", 0) || is_word(text, size, "aot", 0) ||
                       is_word(text, size, "aug", 4)
                   ? 8
                   : 0;
    case 's':
        if (is_word(text, size, "setemb", 2))
            return 9;
        if (!is_word(text, size, "sep", LONGEST_MONTH))
            return 0;
        for (Py_ssize_t from = 3; from <= 3 + (text[3] == 't'); from++)
            if (size == from || is_word(text + from, size - from, "e", 0) || is_word(text + from, size - from, "em", 4) ||
                is_word(text + from, size - from, "t", 0))
                return 9;
        return 0;
    case 'o':
        return is_word(text, size, "oct", 0) || is_word(text, size, "octo", 0) || is_word(text, size, "octob", 2) ? 10 : 0;
    case 'n':
        return is_word(text, size, "nov", 0) || is_word(text, size, "nove", 0) || is_word(text, size, "novem", 4) ? 11 : 0;
    case 'd':
        return text[2] == 'c' && (size == 3 || is_word(text + 3, size - 3, "e", 0) || is_word(text + 3, size - 3, "em", 4))
                   ? 12
                   : 0;
    }
    return 0;
}

/* The month that the whole word at *at names, and *at behind it; or 0. */
static int month(const char *text, Py_ssize_t *at)
{
    const char *word = text + *at;
    Py_ssize_t size = 0;
    if (!is_small(word[0]))
        return 0;
    if ((word[0] == 'f' || word[0] == 'd') && (word[1] == 'e' || word[1] == '3'))
        size = 2;
    else if (word[0] == 'f' || word[0] == 'd')
        return 0;
    while (is_small(word[size]))
        if (++size > LONGEST_MONTH)
            return 0;
    int which = size < 3 ? 0 : month_named(word, size);
    if (which)
        *at += size;
    return which;
}

/* Whether a month may begin at `at`: no letter before it, or "on" or "is" that is glued to it (_MONTH_BEGINS). */
static int month_begins(const char *text, Py_ssize_t at)
{
    if (at == 0 || !is_small(text[at - 1]))
        return 1;
    return at >= 3 && !is_small(text[at - 3]) && (begins(text + at - 2, "on") || begins(text + at - 2, "is"));
}

/* Look-alike letters. */

static int is_alone(const char *text)
{
    if (is_one_of(text[0], "oil") && is_one_of(text[1], "-/., "))
        return 1;
    if (is_one_of(text[0], "oil") && is_one_of(text[1], "oil") && !is_either(text[2]) && !begins(text, "il "))
        return 1;
    return is_one_of(text[0], "li") && (begins(text + 1, "er ") || begins(text + 1, "st ") || begins(text + 1, "st,"));
}

/* Whether a letter stands where a figure may be meant (_ODD, _ALONE). */
static int is_odd(const char *text, Py_ssize_t length)
{
    if (is_alone(text))
        return 1;
    for (Py_ssize_t at = 0; at < length; at++)
        if (is_figure(text[at])) {
            if (is_one_of(text[at + 1], "oilsbz") || is_one_of(back(text, at, 1), "oilsbz"))
                return 1;
        } else if (!is_small(text[at]) && (text[at + 1] == 'o' || text[at + 1] == 'i' || text[at + 1] == 'l') &&
                   is_alone(text + at + 1))
            return 1;
    return 0;
}

/* Whether the ending of an ordinal is all that is left of the word at `text`. */
static int is_ordinal(const char *text)
{
    return (begins(text, "st") || begins(text, "nd") || begins(text, "rd") || begins(text, "th")) && !is_either(text[2]);
}

/* How many characters at text[at] are letters for figures, or figures among such letters (_MIXED), or 0. */
static Py_ssize_t mixed(const char *text, Py_ssize_t at)
{
    const char *here = text + at;
    char before = back(text, at, 1), second = back(text, at, 2);
    Py_ssize_t letters = 0, size = 0;
    if (is_either(before))
        return 0;
    if (!(begins(here, "is") && is_figure(here[2]))) {
        while (letters < 3 && is_one_of(here[letters], "oilsbz"))
            letters++;
        while (size < 8 && (is_figure(here[size]) || is_one_of(here[size], "oilsbz")))
            size++;
        if (size > 2 && here[size - 1] == 's' && is_ordinal(here + size - 1))
            size--;
        if (is_figure(here[letters]) && size >= 2 && (!is_either(here[size]) || is_ordinal(here + size)))
            return size;
    }
    for (size = 0; size < 2 && is_one_of(here[size], "oil");)
        size++;
    if (size == 0)
        return 0;
    int il = begins(here, "il");
    const char *next = here + size;
    if (is_mark(next[0]) && (is_figure(next[1]) || is_one_of(next[1], "oil")))
        return size;
    if (is_figure(second) && is_mark(before) && is_mark(next[0]))
        return size;
    int figured = is_figure(second) || (is_one_of(second, "oil") && is_figure(back(text, at, 3)));
    if (figured && (is_mark(before) || before == ' ') && !il && size == 2 && !is_either(next[0]))
        return size;
    if (is_figure(second) && (before == '-' || before == '/') && il && !is_either(next[0]))
        return size;
    if ((before == '.' || before == ' ') && is_small(second) && is_small(back(text, at, 3)) && !il) {
        const char *year = next + (next[0] == ',');
        if (year[0] == ' ' && (is_figure(year[1]) || is_one_of(year[1], "il"))) {
            Py_ssize_t rest = 2;
            while (rest < 5 && (is_figure(year[rest]) || is_one_of(year[rest], "oil")))
                rest++;
            if (rest == 5 && !is_either(year[5]))
                return size;
        }
    }
    if (before != '\'' && !il && (next[0] == ' ' || next[0] == '-')) {
        Py_ssize_t end = next + 1 - text;
        if (month(text, &end) && (text[end] == ' ' || text[end] == '-') && (is_figure(text[end + 1]) || is_one_of(text[end + 1], "oil")))
            return size;
    }
    return 0;
}

static char as_figure(char one)
{
    switch (one) {
    case 'o': return '0';
    case 'i': case 'l': return '1';
    case 's': return '5';
    case 'b': return '8';
    case 'z': return '2';
    }
    return one;
}

/* text[:length] with figures for letters into to[:length], which has the text already. */
static void straighten_text(char *to, const char *text, Py_ssize_t length)
{
    for (Py_ssize_t at = 0, size; at < length; at += size ? size : 1) {
        size = is_figure(text[at]) || is_one_of(text[at], "oilsbz") ? mixed(text, at) : 0;
        for (Py_ssize_t each = 0; each < size; each++)
            to[at + each] = as_figure(text[at + each]);
    }
    for (Py_ssize_t at = 0; at < length; at++)
        if (is_one_of(to[at], "li") && !is_either(back(to, at, 1)) &&
            ((begins(to + at + 1, "er ") && is_small(to[at + 4]) && is_small(to[at + 5]) && is_small(to[at + 6])) ||
             (begins(to + at + 1, "st ") && is_either(to[at + 4])) || (begins(to + at + 1, "st, ") && is_either(to[at + 5]))))
            to[at] = '1';
}

PyObject *straighten(PyObject *self, PyObject *flat)
{
    Py_ssize_t length;
    const char *text = ascii(flat, &length);
    if (text == NULL)
        return NULL;
    if (!is_odd(text, length))
        return Py_NewRef(flat);
    PyObject *straight = PyUnicode_New(length, 127);
    if (straight == NULL)
        return NULL;
    char *to = (char *)PyUnicode_1BYTE_DATA(straight);
    memcpy(to, text, (size_t)length);
    straighten_text(to, text, length);
    return straight;
}

/* Dates. */

enum form {
    SPACEDYEAR, SPACEDDAY, YMD, DMY, WORDY, MONTHFIRST, YEARFIRST, YEARDAY, ROMAN, CODED, CODEDYEAR, EIGHT, HALVES, SIX, FORMS
};
static const char *const NAMES[FORMS] = {
    "spacedyear", "spacedday", "ymd", "dmy", "wordy", "monthfirst", "yearfirst", "yearday", "roman", "coded", "codedyear", "eight",
    "halves", "six",
};
enum { MOST_DAYS = 8 };

/* A date: where it stands, and its days as numbers (19850412) that a calendar has. */
struct written {
    Py_ssize_t start, end;
    enum form form;
    int days, day[MOST_DAYS];
};

static void add_day(struct written *date, int year, int month, int day)
{
    if (is_day(year, month, day) && date->days < MOST_DAYS)
        date->day[date->days++] = year * 10000 + month * 100 + day;
}

/* A year of two figures is of this century or of the last. */
static void add_days(struct written *date, int year, int figures, int month, int day)
{
    if (figures == 4)
        add_day(date, year, month, day);
    else {
        add_day(date, 1900 + year, month, day);
        add_day(date, 2000 + year, month, day);
    }
}

static void add_named(struct written *date, int year, int figures, int month, int day)
{
    if (month == JUNE_OR_JULY)
        add_days(date, year, figures, 6, day);
    add_days(date, year, figures, month == JUNE_OR_JULY ? 7 : month, day);
}

/* The number that text[:size] is. */
static int number(const char *text, int size)
{
    int value = 0;
    for (int at = 0; at < size; at++)
        value = 10 * value + text[at] - '0';
    return value;
}

static void add_eight(struct written *date, const char *figures)
{
    int first = number(figures, 2), second = number(figures + 2, 2), year = number(figures + 4, 4);
    add_day(date, number(figures, 4), number(figures + 4, 2), number(figures + 6, 2));
    add_day(date, year, second, first);
    add_day(date, year, first, second);
}

/* How many figures stand at `text`; more than `most` count as one more. */
static int figures_at(const char *text, int most)
{
    int size = 0;
    while (size <= most && is_figure(text[size]))
        size++;
    return size;
}

/* Behind what may separate two parts of a date at `at` (_LOOSE; _SEP where it `must`), or -1. */
static Py_ssize_t apart(const char *text, Py_ssize_t at, int must)
{
    int spaces = 0, marks = 0, after = 0;
    while (spaces < 9 && text[at + spaces] == ' ')
        spaces++;
    while (marks < 4 && is_one_of(text[at + spaces + marks], "-/._,"))
        marks++;
    if (marks == 0)
        return spaces > 8 || (must && spaces == 0) ? -1 : at + spaces;
    while (after < 9 && text[at + spaces + marks + after] == ' ')
        after++;
    return spaces > 6 || marks > 3 || after > 8 ? -1 : at + spaces + marks + after;
}

/* Behind `word` and the space after it where they stand at `at`, or `at`. */
static Py_ssize_t past(const char *text, Py_ssize_t at, const char *const *words)
{
    for (; *words; words++)
        if (begins(text + at, *words))
            return at + (Py_ssize_t)strlen(*words);
    return at;
}

/* Of a day of the month: its figures, and behind its ending, if it has one ("1er", "4 th"). */
struct day {
    int day;
    Py_ssize_t end, ended;
};

static int day_at(const char *text, Py_ssize_t at, struct day *day)
{
    static const char *const ends[] = {"er", "ere", "ier", "re", "ieme", "eme", "e", "st", "nd", "rd", "th", NULL};
    int size = figures_at(text + at, 2);
    if (size == 0 || size > 2 || (size == 2 && text[at] > '3'))
        return 0;
    day->day = number(text + at, size);
    day->end = day->ended = at + size;
    Py_ssize_t from = day->end + (text[day->end] == ' '), ending = word_of(text + from, ends);
    if (ending)
        day->ended = from + ending;
    return 1;
}

/* What links a day to its month (_OF). */
static Py_ssize_t of(const char *text, Py_ssize_t at)
{
    static const char *const links[] = {
        "du mois de", "de", "du", "of", "the", "day of", "jour de", "jour du mois de", NULL};
    if (begins(text + at, "d'"))
        return at + 2;
    if (begins(text + at, "jour d'"))
        return at + 7;
    for (const char *const *link = links; *link; link++) {
        Py_ssize_t end = at + (Py_ssize_t)strlen(*link), spaces = 0;
        if (!begins(text + at, *link))
            continue;
        while (spaces < 7 && text[end + spaces] == ' ')
            spaces++;
        if (spaces && spaces < 7)
            return end + spaces;
    }
    return at;
}

/* Whether a year that begins this or the last century follows after up to `spaces` of `any`, at least `least` of them. */
static int year_after(const char *text, const char *any, int least, int most)
{
    int size = 0;
    while (size < most && is_one_of(text[size], any))
        size++;
    text += size;
    return size >= least && (begins(text, "19") || begins(text, "20")) && figures_at(text, 4) == 4;
}

static int no_year_after(const char *text)
{
    if (begins(text, "th") || begins(text, "st") || begins(text, "nd") || begins(text, "rd"))
        return 0;
    if (year_after(text + (text[0] == ',' || text[0] == '.'), " ", 0, 3))
        return 0;
    Py_ssize_t at = text[0] == ' ';
    return !month(text, &at) || !year_after(text + at + (text[at] == ',' || text[at] == '.'), " ", 1, 3);
}

/* Whether no hour follows (_END, but for its figure), and no further part (what every form ends with). */
static int is_over(const char *text)
{
    const char *hour = text + (text[0] == ' ');
    if ((hour[0] == 'h' && (is_figure(hour[1]) || hour[1] == ' ')) || (hour[0] == ':' && is_figure(hour[1])))
        return 0;
    return 1;
}

static int no_part_follows(const char *text) { return !(is_mark(text[0]) && is_figure(text[1])); }

struct year {
    int year, figures, quoted;
    Py_ssize_t end;
};

/* The year of four or two figures at `at`, which no hour may follow. */
static int year_at(const char *text, Py_ssize_t at, struct year *year)
{
    year->quoted = text[at] == '\'';
    at += year->quoted;
    year->figures = figures_at(text + at, 4);
    if ((year->figures != 4 && year->figures != 2) || !is_over(text + at + year->figures))
        return 0;
    year->year = number(text + at, year->figures);
    year->end = at + year->figures;
    return 1;
}

/* "4 mai 1985" */
static int wordy(const char *text, Py_ssize_t at, struct written *date)
{
    static const char *const ofs[] = {"de l'annee ", "de l'an ", "de ", "of ", "en ", "in ", NULL};
    struct day day;
    struct year year;
    if (!day_at(text, at, &day) || (at = apart(text, day.ended, 0)) < 0)
        return 0;
    at = of(text, at);
    int which = month(text, &at);
    if (!which)
        return 0;
    at = apart(text, at + (text[at] == '.'), 0);
    if (at < 0 || !year_at(text, past(text, at, ofs), &year))
        return 0;
    if ((year.figures == 2 && !no_year_after(text + year.end)) || !no_part_follows(text + year.end))
        return 0;
    date->end = year.end;
    date->form = WORDY;
    add_named(date, year.year, year.figures, which, day.day);
    return 1;
}

/* "May 4, 1985" */
static int month_first(const char *text, Py_ssize_t at, struct written *date)
{
    static const char *const articles[] = {"the ", "le ", NULL}, *const ofs[] = {"of ", "de ", "in ", NULL};
    struct day day;
    struct year year;
    int which = month_begins(text, at) ? month(text, &at) : 0;
    if (!which)
        return 0;
    if (text[at] <= '3' && figures_at(text + at, 6) == 6 && (begins(text + at + 2, "19") || begins(text + at + 2, "20"))) {
        day.day = number(text + at, 2);
        at += 2;
    } else {
        if ((at = apart(text, at + (text[at] == '.'), 0)) < 0 || !day_at(text, past(text, at, articles), &day))
            return 0;
        at = apart(text, day.ended, 1);
        if (at < 0 && is_small(text[day.ended - 1]))
            at = day.ended;
    }
    if (at < 0 || !year_at(text, past(text, at, ofs), &year) || !no_part_follows(text + year.end))
        return 0;
    date->end = year.end;
    date->form = MONTHFIRST;
    add_named(date, year.year, year.figures, which, day.day);
    return 1;
}

/* Whether four figures, no more, at `text` are a year from 1800 to 2099. */
static int is_long_year(const char *text)
{
    return ((text[0] == '1' && (text[1] == '8' || text[1] == '9')) || (text[0] == '2' && text[1] == '0')) &&
           figures_at(text, 4) == 4;
}

/* "1985 May 4" */
static int year_first(const char *text, Py_ssize_t at, struct written *date)
{
    struct day day;
    int year = number(text + at, 4);
    if ((at = apart(text, at + 4, 0)) < 0)
        return 0;
    if (begins(text + at, "on "))
        at += 3;
    int which = month(text, &at);
    if (!which || (at = apart(text, at + (text[at] == '.'), 0)) < 0 || !day_at(text, at, &day))
        return 0;
    const Py_ssize_t ends[] = {day.ended, day.end};
    for (int each = 0; each < 2; each++) {
        const char *rest = text + ends[each];
        if (is_figure(rest[0]) || year_after(rest, " ,.", 1, 3) || !no_part_follows(rest))
            continue;
        date->end = ends[each];
        date->form = YEARFIRST;
        add_named(date, year, 4, which, day.day);
        return 1;
    }
    return 0;
}

/* "1985, le 4 mai" */
static int year_day(const char *text, Py_ssize_t at, struct written *date)
{
    static const char *const ons[] = {" le ", " on the ", " on ", " the ", NULL};
    struct day day;
    int year = number(text + at, 4);
    at += 4 + (text[at + 4] == ',');
    Py_ssize_t from = past(text, at, ons);
    if (from == at || !day_at(text, from, &day) || text[day.ended] != ' ')
        return 0;
    at = of(text, day.ended + 1);
    int which = month(text, &at);
    if (!which || year_after(text + at, " ,.", 1, 3) || !no_part_follows(text + at))
        return 0;
    date->end = at;
    date->form = YEARDAY;
    add_named(date, year, 4, which, day.day);
    return 1;
}

/* "1 9 8 5 0 4 1 2" or, `day` first, "1 2 0 4 1 9 8 5" */
static int spaced(const char *text, Py_ssize_t at, struct written *date, int day)
{
    char figures[8];
    for (int each = 0; each < 8; each++) {
        if (each) {
            int within = day ? each % 2 == 1 || each > 4 : each < 4 || each % 2 == 1;
            at = !within ? apart(text, at, 1) : text[at] == ' ' ? at + 1 : -1;
            if (at < 0)
                return 0;
        }
        if (!is_figure(text[at]) || (each == (day ? 4 : 0) && text[at] != '1' && text[at] != '2'))
            return 0;
        figures[each] = text[at++];
    }
    if (is_figure(text[at]) || !no_part_follows(text + at))
        return 0;
    date->end = at;
    date->form = day ? SPACEDDAY : SPACEDYEAR;
    add_eight(date, figures);
    return 1;
}

/* "1985-04-12" */
static int ymd(const char *text, Py_ssize_t at, struct written *date)
{
    int year = number(text + at, 4), second, third, size;
    if ((at = apart(text, at + 4, 1)) < 0 || (size = figures_at(text + at, 2)) == 0 || size > 2)
        return 0;
    second = number(text + at, size);
    if ((at = apart(text, at + size, 1)) < 0 || (size = figures_at(text + at, 2)) == 0 || size > 2 ||
        !no_part_follows(text + at + size))
        return 0;
    third = number(text + at, size);
    date->end = at + size;
    date->form = YMD;
    add_day(date, year, second, third);
    if (date->days == 0)
        add_day(date, year, third, second);
    return 1;
}

/* "12/04/1985" */
static int dmy(const char *text, Py_ssize_t at, int size, struct written *date)
{
    static const char *const ofs[] = {"du ", "of ", "de ", NULL}, *const de[] = {"de ", NULL};
    int first = number(text + at, size), short_year = size == 2, second;
    struct year year;
    if ((at = apart(text, at + size, 1)) < 0)
        return 0;
    at = past(text, at, ofs);
    if ((size = figures_at(text + at, 2)) == 0 || size > 2)
        return 0;
    second = number(text + at, size);
    if ((at = apart(text, at + size, 1)) < 0 || !year_at(text, past(text, at, de), &year) ||
        !no_part_follows(text + year.end))
        return 0;
    date->end = year.end;
    date->form = DMY;
    add_days(date, year.year, year.figures, second, first);
    add_days(date, year.year, year.figures, first, second);
    if (short_year && year.figures == 2 && !year.quoted)
        add_days(date, first, 2, second, year.year);
    return 1;
}

/* "12-IV-1985" */
static int roman(const char *text, Py_ssize_t at, int size, struct written *date)
{
    static const char *const months[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    int day = number(text + at, size), marks = 0, which = 0, letters = 0;
    at += size;
    for (; marks < 2 && is_one_of(text[at], " ./-"); marks++)
        at++;
    while (letters < 5 && is_one_of(text[at + letters], "ivx"))
        letters++;
    while (which < 12 && !is_word(text + at, letters, months[which], 0))
        which++;
    if (marks == 0 || which == 12)
        return 0;
    at += letters;
    for (marks = 0; marks < 2 && is_one_of(text[at], " ./-"); marks++)
        at++;
    if (marks == 0 || (text[at] != '1' && text[at] != '2') || figures_at(text + at, 4) != 4 || !no_part_follows(text + at + 4))
        return 0;
    date->end = at + 4;
    date->form = ROMAN;
    add_day(date, number(text + at, 4), which + 1, day);
    return 1;
}

/* "12 AL 1985" and "1985 AL 12", with the codes of passports */
static int coded(const char *text, Py_ssize_t at, int size, struct written *date)
{
    static const char codes[] = "jafemralmajnjlauseocnode";
    int first = number(text + at, size), which = 0, last;
    char begin = text[at];
    at += size;
    if ((text[at] != ' ' && text[at] != '-') || !is_small(text[at + 1]))
        return 0;
    while (which < 12 && !(codes[2 * which] == text[at + 1] && codes[2 * which + 1] == text[at + 2]))
        which++;
    if (which == 12 || (text[at + 3] != ' ' && text[at + 3] != '-'))
        return 0;
    at += 4;
    last = figures_at(text + at, 4);
    if (size == 4 ? (begin != '1' && begin != '2') || last < 1 || last > 2
                  : last != 4 || (text[at] != '1' && text[at] != '2'))
        return 0;
    if (!no_part_follows(text + at + last))
        return 0;
    date->end = at + last;
    date->form = size == 4 ? CODEDYEAR : CODED;
    if (size == 4)
        add_day(date, first, which + 1, number(text + at, last));
    else
        add_day(date, number(text + at, 4), which + 1, first);
    return 1;
}

/* "12041985", "1204 1985", "850412" */
static int together(const char *text, Py_ssize_t at, int size, struct written *date)
{
    const char *here = text + at;
    char figures[8];
    if (size == 4) {
        Py_ssize_t spaces = 0;
        while (spaces < 7 && here[4 + spaces] == ' ')
            spaces++;
        if (spaces == 0 || spaces > 6 || figures_at(here + 4 + spaces, 4) != 4 || !no_part_follows(here + 8 + spaces))
            return 0;
        memcpy(figures, here, 4);
        memcpy(figures + 4, here + 4 + spaces, 4);
        date->end = at + 8 + spaces;
        date->form = HALVES;
        add_eight(date, figures);
        return 1;
    }
    if ((size != 8 && size != 6) || !no_part_follows(here + size))
        return 0;
    date->end = at + size;
    date->form = size == 8 ? EIGHT : SIX;
    if (size == 8)
        add_eight(date, here);
    else {
        int first = number(here, 2), second = number(here + 2, 2), third = number(here + 4, 2);
        add_days(date, first, 2, second, third);
        add_days(date, third, 2, second, first);
    }
    return 1;
}

/* Whether a date may begin at `at`: it goes on from no figure. */
static int may_begin(const char *text, Py_ssize_t at)
{
    char before = back(text, at, 1);
    return !is_figure(before) && !((is_mark(before) || before == ',') && is_figure(back(text, at, 2)));
}

/* The date in figures whose first run is text[at:at + size], in the order of the forms. */
static int in_figures(const char *text, Py_ssize_t at, int size, struct written *date)
{
    date->start = at;
    date->days = 0;
    if (!may_begin(text, at))
        return 0;
    if (size == 1 && (spaced(text, at, date, 0) || spaced(text, at, date, 1)))
        return 1;
    if (size == 4 && is_long_year(text + at) && ymd(text, at, date))
        return 1;
    if (size <= 2 && dmy(text, at, size, date))
        return 1;
    if (size == 4 && is_long_year(text + at) && year_day(text, at, date))
        return 1;
    if (size <= 2 && roman(text, at, size, date))
        return 1;
    if ((size <= 2 || size == 4) && coded(text, at, size, date))
        return 1;
    return together(text, at, size, date);
}

/* The date with its month in words that begins at `at`. */
static int in_words(const char *text, Py_ssize_t at, struct written *date)
{
    date->start = at;
    date->days = 0;
    if (!is_figure(text[at]) && !is_one_of(text[at], "jfmasond"))
        return 0;
    if (!may_begin(text, at))
        return 0;
    if (!is_figure(text[at]))
        return month_first(text, at, date);
    return wordy(text, at, date) || (is_long_year(text + at) && year_first(text, at, date));
}

/* Whether figures enough for a date stand near each other (_ENOUGH). */
static int has_enough(const char *text, Py_ssize_t length)
{
    for (Py_ssize_t at = 0; at < length; at++) {
        if (!is_figure(text[at]))
            continue;
        Py_ssize_t end = at;
        int figures = 1, gap;
        for (; figures < 4; figures++) {
            for (gap = 1; gap <= 9 && end + gap < length && !is_either(text[end + gap]);)
                gap++;
            if (!is_figure(text[end + gap]))
                break;
            end += gap;
        }
        if (figures == 4)
            return 1;
        if (is_letter(text, length, at - 2) && is_one_of(text[at - 1], " .") && at + 3 < length && text[at + 1] == ' ' &&
            is_figure(text[at + 2]) && is_figure(text[at + 3]) && !is_figure(text[at + 4]))
            return 1;
        for (gap = 1; gap <= 30 && at + gap < length && !is_figure(text[at + gap]);)
            gap++;
        if (gap < 3 || !is_figure(text[at + gap]))
            continue;
        end = at + gap;
        for (gap = 1; gap <= 9 && end + gap < length && !is_either(text[end + gap]);)
            gap++;
        if (is_figure(text[end + gap]))
            return 1;
    }
    return 0;
}

/* No date in words begins further before its month. */
enum { BEFORE_MONTH = 48 };

/* From where dates in words are looked for: before the first month, or the end. */
static Py_ssize_t first_month(const char *text, Py_ssize_t length)
{
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_ssize_t end = at;
        if (is_one_of(text[at], "jfmasond") && month_begins(text, at) && month(text, &end))
            return at > BEFORE_MONTH ? at - BEFORE_MONTH : 0;
    }
    return length;
}

/* Where the date that begins at `begin` does with its day of the week: "vendredi 7 février 1990". */
static Py_ssize_t with_weekday(const char *text, Py_ssize_t begin)
{
    static const char *const weekdays[] = {
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", NULL,
    };
    static const char *const articles[] = {" le", " the", NULL}, *const comma[] = {",", NULL}, *const space[] = {" ", NULL};
    Py_ssize_t first = begin > 13 ? begin - 13 : 0, last = begin, near = begin > 3 ? begin - 3 : 0;
    while (last > near && (text[last - 1] == ' ' || text[last - 1] == ','))
        last--;
    if (last == near)
        return begin;
    for (Py_ssize_t at = near; at < last; at++)
        if (!is_small((char)(text[at] | 0x20)) )
            return begin;
    for (Py_ssize_t at = first; at < begin; at++) {
        if (at > first && is_small(text[at - 1]))
            continue;
        Py_ssize_t end = past(text, at, weekdays);
        if (end == at)
            continue;
        end = past(text, end, comma);
        end = past(text, end, articles);
        if (past(text, end, space) == begin)
            return at;
    }
    return begin;
}

/* Of more births than these, the set is asked, and days are not looked for beside years: most texts would hold them. */
enum { MOST_DAYS_SOUGHT = 24 };

/* What was found, with those of its days that are possible; only what has one of `births`, where there are such. */
struct list {
    PyObject *found, *births_given;
    const char *text;
    Py_ssize_t offset, births;
    const int *birth;
    int oldest, today;
};

static int is_possible(const struct list *list, int day) { return list->oldest <= day && day <= list->today; }

/* Whether one of the days is a birth; -1 with an exception set. */
static int has_birth(const struct list *list, const struct written *date)
{
    int found = 0;
    for (int each = 0; each < date->days && !found; each++) {
        int day = date->day[each];
        if (!is_possible(list, day))
            continue;
        if (list->births > MOST_DAYS_SOUGHT) {
            PyObject *one = PyDate_FromDate(day / 10000, day / 100 % 100, day % 100);
            found = one ? PySet_Contains(list->births_given, one) : -1;
            Py_XDECREF(one);
        } else {
            for (Py_ssize_t birth = 0; birth < list->births && !found; birth++)
                found = list->birth[birth] == day;
        }
    }
    return found;
}

static int tell(struct list *list, const struct written *date)
{
    int born = list->birth ? has_birth(list, date) : 1;
    if (born <= 0)
        return born;
    PyObject *days = PyFrozenSet_New(NULL);
    for (int each = 0; days && each < date->days; each++)
        if (is_possible(list, date->day[each]))
            add_date(&days, date->day[each]);
    if (days == NULL)
        return -1;
    Py_ssize_t begin = list->offset + with_weekday(list->text, date->start), end = list->offset + date->end;
    PyObject *told = Py_BuildValue("(nnsN)", begin, end, NAMES[date->form], days);
    int failed = told == NULL || PyList_Append(list->found, told) < 0;
    Py_XDECREF(told);
    return failed ? -1 : 0;
}

/* The next date in words from *at on, and *at behind it; 0 where there is none. */
static int next_in_words(const char *text, Py_ssize_t length, Py_ssize_t *at, struct written *date)
{
    for (; *at < length; ++*at)
        if (in_words(text, *at, date)) {
            *at = date->end;
            return 1;
        }
    return 0;
}

/* The same for dates in figures: each begins where a run of figures does. */
static int next_in_figures(const char *text, Py_ssize_t length, Py_ssize_t *at, struct written *date)
{
    while (*at < length) {
        Py_ssize_t begin = *at, end = begin;
        while (end < length && is_figure(text[end]))
            end++;
        *at = end > begin ? end : begin + 1;
        if (end > begin && end - begin <= 8 && in_figures(text, begin, (int)(end - begin), date)) {
            *at = date->end;
            return 1;
        }
    }
    return 0;
}

/* Tells all dates in order; where one in figures overlaps one in words, that alone. */
static int tell_all(struct list *list, Py_ssize_t length)
{
    struct written word, figure;
    Py_ssize_t at_word = first_month(list->text, length), at_figure = 0, told = 0;
    int words = next_in_words(list->text, length, &at_word, &word);
    int figures = next_in_figures(list->text, length, &at_figure, &figure);
    while (words || figures) {
        if (figures && figure.start < told)
            ;
        else if (words && (!figures || word.start < figure.end)) {
            if (tell(list, &word) < 0)
                return -1;
            told = word.end;
            words = next_in_words(list->text, length, &at_word, &word);
            continue;
        } else if (tell(list, &figure) < 0)
            return -1;
        figures = next_in_figures(list->text, length, &at_figure, &figure);
    }
    return 0;
}

PyObject *written_dates(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    struct list list = {0};
    if (!has_calendar())
        return NULL;
    if (count != 3 || !PyDate_Check(arguments[1]) || !PyDate_Check(arguments[2])) {
        PyErr_SetString(PyExc_TypeError, "written_dates(flat, oldest, today)");
        return NULL;
    }
    if ((list.text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    list.oldest = as_number(arguments[1]);
    list.today = as_number(arguments[2]);
    list.found = PyList_New(0);
    if (list.found && has_enough(list.text, length) && tell_all(&list, length) < 0)
        Py_CLEAR(list.found);
    return list.found;
}

/* Years that are no date's. */

/* Whether text[at] is in one of the dates; -1 and an exception set. */
static int is_in(PyObject *dates, Py_ssize_t at)
{
    int found = 0;
    for (Py_ssize_t each = 0; each < PySequence_Fast_GET_SIZE(dates) && !found; each++) {
        PyObject *one = PySequence_Fast_GET_ITEM(dates, each);
        if (!PyTuple_Check(one) || PyTuple_GET_SIZE(one) < 2) {
            PyErr_SetString(PyExc_TypeError, "a date is a tuple");
            return -1;
        }
        Py_ssize_t begin = PyLong_AsSsize_t(PyTuple_GET_ITEM(one, 0));
        Py_ssize_t end = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(PyTuple_GET_ITEM(one, 1));
        if (PyErr_Occurred())
            return -1;
        found = begin <= at && at < end;
    }
    return found;
}

PyObject *lone_years(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "lone_years(flat, dates)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    PyObject *dates = PySequence_Fast(arguments[1], "dates stand in a list"), *found = dates ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0; found && at < length;) {
        Py_ssize_t begin = at;
        while (at < length && is_figure(text[at]))
            at++;
        if (at == begin)
            at++;
        else if (at - begin == 4 && (memcmp(text + begin, "19", 2) == 0 || memcmp(text + begin, "20", 2) == 0)) {
            int taken = is_in(dates, begin);
            PyObject *place = taken ? NULL : PyLong_FromSsize_t(begin);
            if (taken < 0 || (!taken && (place == NULL || PyList_Append(found, place) < 0)))
                Py_CLEAR(found);
            Py_XDECREF(place);
        }
    }
    Py_XDECREF(dates);
    return found;
}

/* Lines that hold dates. */

/* Whether figures that begin at kinds[at], so many, are of what every date has: four or eight; three numbers, or two around a
   word, the last of two figures. */
static int is_of_date(const char *kinds, Py_ssize_t at, Py_ssize_t figures)
{
    if (figures == 4 || figures == 8)
        return 1;
    const char *here = kinds + at + figures;
    if (figures > 2 || *here++ != ' ')
        return 0;
    if (*here == '0') {
        here += here[1] == '0' ? 2 : 1;
        if (*here++ != ' ')
            return 0;
    } else {
        Py_ssize_t letters = (Py_ssize_t)strspn(here, "axu");
        here += letters;
        if (letters < 3 || letters > 9 || (*here != ' ' && *here != '.'))
            return 0;
        here += here[1] == ' ' || here[1] == '.' ? 2 : 1;
    }
    return here[0] == '0' && here[1] == '0' && here[2] != '0';
}

PyObject *lines_of_dates(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text, *kinds;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "lines_of_dates(text, shape)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL || (kinds = kinds_of(arguments[1], length)) == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    const char *at = kinds, *stop = kinds + length;
    while (found && at < stop && (at = memchr(at, '0', (size_t)(stop - at))) != NULL) {
        Py_ssize_t place = at - kinds, figures = (Py_ssize_t)strspn(at, "0");
        at += figures;
        if (!is_of_date(kinds, place, figures))
            continue;
        Py_ssize_t begin = place;
        while (begin > 0 && text[begin - 1] != '\n')
            begin--;
        const char *end = memchr(text + place, '\n', (size_t)(length - place));
        Py_ssize_t last = end ? end - text : length;
        PyObject *line = Py_BuildValue("(nn)", begin, last);
        if (line == NULL || PyList_Append(found, line) < 0)
            Py_CLEAR(found);
        Py_XDECREF(line);
        at = last < length ? kinds + last + 1 : stop;
    }
    return found;
}

/* Dates near given ones. */

enum { LONGEST_DATE = 48, LONGEST_WORD = 400 };

/* Of each character the figure that it is or may be read for, and one more; SPACE for a space, 0 for all else. */
enum { SPACE = 11 };
static unsigned char value_of[256];

static void know_values(void)
{
    for (int code = 0; code < 128; code++)
        value_of[code] = (unsigned char)(is_figure(as_digit((char)code)) ? as_digit((char)code) - '0' + 1 : 0);
    value_of[' '] = SPACE;
}

/* Two figures at text[at], together or with a space between, as a number; or -1. */
static int spaced_number(const char *text, Py_ssize_t at, Py_ssize_t stop)
{
    int first = value_of[(unsigned char)text[at]], second;
    if (first == 0 || first == SPACE || at + 1 >= stop)
        return -1;
    second = value_of[(unsigned char)text[at + 1]];
    if (second == SPACE)
        second = at + 2 < stop ? value_of[(unsigned char)text[at + 2]] : 0;
    return second == 0 || second == SPACE ? -1 : 10 * (first - 1) + second - 1;
}

/* Whether the day of a birth in a year that ends in `year` stands as near to text[at] as in a date. */
static int has_day(const struct list *list, Py_ssize_t length, Py_ssize_t at, int year)
{
    Py_ssize_t first = at > LONGEST_DATE ? at - LONGEST_DATE : 0;
    Py_ssize_t last = at + LONGEST_DATE < length ? at + LONGEST_DATE : length;
    unsigned long days = 0;
    for (Py_ssize_t one = 0; one < list->births; one++)
        if (list->birth[one] / 10000 % 100 == year)
            days |= 1UL << list->birth[one] % 100;
    for (Py_ssize_t each = first; each < last; each++) {
        int figure = value_of[(unsigned char)list->text[each]];
        if (figure == 0 || figure == SPACE)
            continue;
        int two = spaced_number(list->text, each, last);
        if ((figure > 1 && days >> (figure - 1) & 1) || (two > 9 && two < 32 && days >> two & 1))
            return 1;
    }
    return 0;
}

/* Tells the dates of text[start:end] by itself. */
static int tell_window(const struct list *whole, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t length = end - start;
    struct list window = *whole;
    char *text = PyMem_Malloc(2 * (size_t)(length + 1));
    if (text == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(text, whole->text + start, (size_t)length);
    text[length] = 0;
    char *straight = text + length + 1;
    memcpy(straight, text, (size_t)length + 1);
    if (is_odd(text, length))
        straighten_text(straight, text, length);
    window.text = straight;
    window.offset = start;
    int failed = has_enough(straight, length) && tell_all(&window, length) < 0;
    PyMem_Free(text);
    return failed ? -1 : 0;
}

/* From where around text[at] dates are read: the space before what a date may reach, or the end of what a word may. */
static Py_ssize_t window_start(const char *text, Py_ssize_t at)
{
    Py_ssize_t first = at > LONGEST_WORD ? at - LONGEST_WORD : 0, place = at > LONGEST_DATE ? at - LONGEST_DATE : 0;
    while (place > first)
        if (text[--place] == ' ')
            return place + 1;
    return first;
}

static Py_ssize_t window_end(const char *text, Py_ssize_t length, Py_ssize_t at)
{
    Py_ssize_t last = at + LONGEST_WORD < length ? at + LONGEST_WORD : length;
    for (Py_ssize_t place = at + LONGEST_DATE; place < last; place++)
        if (text[place] == ' ')
            return place;
    return last;
}

static int tell_near(const struct list *list, Py_ssize_t length)
{
    unsigned char sought[100] = {0}, decade[SPACE + 1] = {0};
    Py_ssize_t start = 0, end = -1;
    if (value_of[' '] == 0)
        know_values();
    for (Py_ssize_t one = 0; one < list->births; one++) {
        int year = list->birth[one] / 10000 % 100;
        sought[year] = decade[year / 10 + 1] = 1;
    }
    for (Py_ssize_t at = 0; at < length; at++) {
        if (!decade[value_of[(unsigned char)list->text[at]]])
            continue;
        int year = spaced_number(list->text, at, length);
        if (year < 0 || !sought[year] || (list->births <= MOST_DAYS_SOUGHT && !has_day(list, length, at, year)))
            continue;
        Py_ssize_t begin = window_start(list->text, at);
        if (end >= 0 && begin > end && tell_window(list, start, end) < 0)
            return -1;
        start = end >= 0 && begin <= end ? start : begin;
        end = window_end(list->text, length, at);
    }
    return end >= 0 ? tell_window(list, start, end) : 0;
}

PyObject *dates_near(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    struct list list = {0};
    if (!has_calendar())
        return NULL;
    if (count != 4 || !PyAnySet_Check(arguments[1]) || !PyDate_Check(arguments[2]) || !PyDate_Check(arguments[3])) {
        PyErr_SetString(PyExc_TypeError, "dates_near(flat, births, oldest, today)");
        return NULL;
    }
    if ((list.text = ascii(arguments[0], &length)) == NULL)
        return NULL;
    list.oldest = as_number(arguments[2]);
    list.today = as_number(arguments[3]);
    Py_ssize_t births = PySet_GET_SIZE(arguments[1]);
    int *birth = PyMem_Malloc(sizeof(int) * (size_t)(births + 1));
    PyObject *each = birth ? PyObject_GetIter(arguments[1]) : PyErr_NoMemory(), *one;
    while (each && (one = PyIter_Next(each)) != NULL) {
        if (!PyDate_Check(one))
            PyErr_SetString(PyExc_TypeError, "a birth is a date");
        else if (list.births < births)
            birth[list.births++] = as_number(one);
        Py_DECREF(one);
        if (PyErr_Occurred())
            break;
    }
    Py_XDECREF(each);
    list.birth = birth;
    list.births_given = arguments[1];
    list.found = PyErr_Occurred() ? NULL : PyList_New(0);
    if (list.found && tell_near(&list, length) < 0)
        Py_CLEAR(list.found);
    PyMem_Free(birth);
    return list.found;
}
