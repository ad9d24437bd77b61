/* What the files of glance_native share. */
#ifndef GLANCE_NATIVE_H
#define GLANCE_NATIVE_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* ASCII strings only: their characters, which NUL follows, or NULL with TypeError set. */
static inline const char *ascii(PyObject *text, Py_ssize_t *length)
{
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        PyErr_SetString(PyExc_TypeError, "an ASCII string is needed");
        return NULL;
    }
    *length = PyUnicode_GET_LENGTH(text);
    return (const char *)PyUnicode_1BYTE_DATA(text);
}

static inline int is_figure(char one) { return one >= '0' && one <= '9'; }
static inline int is_small(char one) { return one >= 'a' && one <= 'z'; }
static inline int is_one_of(char one, const char *any)
{
    for (; *any; any++)
        if (*any == one)
            return 1;
    return 0;
}
static inline int is_either(char one) { return is_figure(one) || is_small(one); }

static inline int is_letter(const char *text, Py_ssize_t length, Py_ssize_t at)
{
    return at >= 0 && at < length && is_small(text[at]);
}

/* The kinds of the characters of a text, as many: NULL with TypeError or ValueError set where they are none. */
static inline const char *kinds_of(PyObject *shape, Py_ssize_t length)
{
    if (!PyBytes_Check(shape))
        PyErr_SetString(PyExc_TypeError, "a shape is bytes");
    else if (PyBytes_GET_SIZE(shape) != length)
        PyErr_SetString(PyExc_ValueError, "a shape is as long as its text");
    else
        return PyBytes_AS_STRING(shape);
    return NULL;
}

/* The figure that a letter may be read for, or the character itself: AS_DIGIT of number_forms.py. */
static inline char as_digit(char one)
{
    static const char figures[] = "a8c0ef6h1jk1mn0p0r5t0vwxy2";
    return is_small(one) && is_figure(figures[one - 'a']) ? figures[one - 'a'] : one;
}
/* Of vectors_native.c. The first place of stem (1 character or more) in text[from:length], or -1. */
Py_ssize_t place(const char *text, Py_ssize_t length, const char *stem, Py_ssize_t size, Py_ssize_t from);
/* A stem, and whether it stands in a text. */
struct stem {
    const char *text;
    Py_ssize_t size;
    int stands;
};
enum { MOST_STEMS = 255 };
/* How what is looked for begins, in eight groups, a bit of an octet for each: to which groups belong those with such a half of
   their first character, of the second, of the third. */
enum { LEAD = 3, GROUPS = 8 };
struct leads_of {
    unsigned char low[LEAD][16], high[LEAD][16];
};
/* The first place from `*from` on where a group may begin and that `holds`, of those in text[:length] (ASCII) that can be looked
   at many at once; -1 where none is. `*from` is where the others begin, to be looked at one by one. */
Py_ssize_t led(const char *text, Py_ssize_t length, Py_ssize_t *from, const struct leads_of *leads,
               int (*holds)(const void *asked, Py_ssize_t at), const void *asked);
/* Stems as they are looked for: in groups by what they begin with, as one number, and which bits of that count; and a bit for what
   those of three characters or more begin with, which tells most of what a group lets pass. Shorter ones are in a group's own. */
enum { SHORT_ONES = GROUPS - 1, BEGINNING_BITS = 12 };
struct sought {
    struct leads_of leads;
    unsigned char begins[(1 << BEGINNING_BITS) / 8];
    unsigned lead[MOST_STEMS], of_lead[MOST_STEMS];
    unsigned char group[GROUPS][MOST_STEMS];
    int sizes[GROUPS];
};
/* Makes `sought` of so many stems, MOST_STEMS at most; those are left out that are marked already. */
void seek(struct sought *sought, const struct stem *stems, Py_ssize_t count);
/* Marks those of so many stems (of 1 character or more but where they are marked already) that stand in a text; `sought` is made
   of them, or NULL. */
void stand(const char *text, Py_ssize_t length, struct stem *stems, Py_ssize_t count, const struct sought *sought);
/* Control characters among octets: nulls, a CR and an LF that stand by themselves, those that show as nothing (nulls, too). */
enum { NULLS = 1, LONE_CR = 2, LONE_LF = 4, UNSHOWN = 8 };
/* Which of these there are. */
int controls_among(const char *octets, Py_ssize_t length);
/* So many rows of 16 characters has a table for ASCII, and one for all of a byte. */
enum { ASCII_ROWS = 8, ROWS = 16 };
/* What a table of 256 has for each character of a text, which has only those of its first `rows` rows (one of these two). */
void translate(char *to, const char *text, Py_ssize_t length, const char *table, int rows);

/* What a word must stand beside to count: a figure within `reach` from which one of `marks` parts it. */
struct beside {
    const char *shape, *marks;
    Py_ssize_t reach, size;
};
/* Of glance_native.c. Adds (at, what) to a list; -1 and an exception where that fails, and the list is gone. */
int add_found(PyObject **found, Py_ssize_t at, PyObject *what);
/* Whether a figure before text[begin:end], or one after it, stands beside a mark (`struct beside`), but for
   a space and a quotation mark. */
int is_beside(const void *given, const char *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end);
/* Whether a figure, or "date", follows text[begin:end] before its line or sentence ends, within 64 characters. */
int leads(const void *nothing, const char *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end);

/* A number word of a text: its place, how many figures it stands for, whether it counts by itself. */
struct spoken {
    Py_ssize_t at, end;
    long figures;
    int standing;
};
/* The number words of a text, and how months begin: three characters each. */
struct numbers {
    const char *text, *shape, *stems;
    Py_ssize_t length, size, words, room;
    struct spoken *word;
    const char *begins; /* 1 for each of the 256 characters that stems begin with */
};
/* Whether a word begins with the stem of a month in text[start:stop]. */
int has_month(const struct numbers *all, Py_ssize_t start, Py_ssize_t stop);
/* Whether a month begins right after the word that ends at `end`: ", day of may". */
int month_follows(const struct numbers *all, Py_ssize_t end);
/* Whether a month that begins at `first` or later ends right before text[end]: "mars, le ". */
int month_precedes(const struct numbers *all, Py_ssize_t first, Py_ssize_t end);

/* Of known_native.c. */
PyObject *learn_figures(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *learn(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *learn_part(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *learn_acronym(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *demand(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *known(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *words_of(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* Of dates_native.c. */
PyObject *straighten(PyObject *self, PyObject *flat);
PyObject *written_dates(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *lone_years(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *lines_of_dates(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *dates_near(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* Of numbers_native.c. */
PyObject *breaks(PyObject *self, PyObject *written);
PyObject *glued(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *lettered(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *nine(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* Of nam_native.c. */
PyObject *best_reading(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* Of names_native.c. */
PyObject *named(PyObject *self, PyObject *given);

/* Of surroundings_native.c. */
PyObject *surroundings(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *odds_around(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *years(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* Of sieves_native.c. */
PyObject *sieved(PyObject *module, PyObject *const *arguments, Py_ssize_t count);

#endif
