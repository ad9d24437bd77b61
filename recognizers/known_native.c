/* The words of a text that recognizers ask for, and the gates that they open: known_plain.py says the same. */
#include "glance_native.h"
#include <stdint.h>
#include <string.h>

/* A bit for each gate. */
__extension__ typedef unsigned __int128 gate_bits;
enum { HALF = 64 };

/* The words that are known, in a table with open addresses: at most half of the places are taken. */
static struct entry {
    PyObject *word;
    unsigned long long seen; /* by which look it was found last */
    gate_bits gates;
    uint64_t hash;
    int size, figures; /* for how many a number word stands */
} *table = NULL;
static size_t room = 0, taken = 0;
static unsigned long long looks = 0;
/* A bit for the hash of each known word: most words of a text have none, and are not looked for in the table. */
static unsigned char hinted[8192];

/* Eight characters as one number, the first the lowest; NUL stands beyond the end. */
static uint64_t eight(const char *text, Py_ssize_t left)
{
    uint64_t characters = 0;
    if (left >= 8)
        memcpy(&characters, text, 8);
    else
        memcpy(&characters, text, (size_t)left);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    characters = __builtin_bswap64(characters);
#endif
    return characters;
}

/* How many of eight characters (ASCII) are letters before one that is none. */
static int letters_first(uint64_t characters)
{
    const uint64_t each = 0x0101010101010101u;
    uint64_t others = ~((characters + 0x1f * each) & ~(characters + 0x05 * each)) & 0x80 * each;
    return others ? __builtin_ctzll(others) >> 3 : 8;
}

static uint64_t mixed(uint64_t hash, uint64_t characters)
{
    hash = (hash ^ characters) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 32);
}

/* The first so many of eight characters. */
static uint64_t first_of(uint64_t characters, int count) { return characters & (((uint64_t)1 << (8 * count)) - 1); }

static uint64_t hashed(const char *word, Py_ssize_t size)
{
    uint64_t hash = 0;
    for (; size > 0; word += 8, size -= 8)
        hash = mixed(hash, size >= 8 ? eight(word, size) : first_of(eight(word, size), (int)size));
    return hash;
}

/* The place of a word in the table, or where it may be put. Two of eight characters at most have no hash in common. */
static size_t slot(const char *word, Py_ssize_t size, uint64_t hash)
{
    size_t at = hash & (room - 1);
    while (table[at].word && (table[at].hash != hash || table[at].size != size ||
                              (size > 8 && memcmp(PyUnicode_1BYTE_DATA(table[at].word), word, (size_t)size) != 0)))
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
            table[slot((const char *)PyUnicode_1BYTE_DATA(old[at].word), old[at].size, old[at].hash)] = old[at];
    PyMem_Free(old);
    return 0;
}

/* The bits of a number of Python's; with an error set where it is none, or has more. */
static gate_bits bits_of(PyObject *number)
{
    PyObject *half = PyLong_FromLong(HALF);
    PyObject *upper = half ? PyNumber_Rshift(number, half) : NULL;
    gate_bits high = upper ? PyLong_AsUnsignedLongLong(upper) : 0;
    Py_XDECREF(half);
    Py_XDECREF(upper);
    return PyErr_Occurred() ? 0 : high << HALF | PyLong_AsUnsignedLongLongMask(number);
}

/* The number of Python's with these bits. */
static PyObject *number_of(gate_bits bits)
{
    PyObject *lower = PyLong_FromUnsignedLongLong((uint64_t)bits);
    if (lower == NULL || bits >> HALF == 0)
        return lower;
    PyObject *half = PyLong_FromLong(HALF);
    PyObject *upper = PyLong_FromUnsignedLongLong((uint64_t)(bits >> HALF));
    PyObject *moved = half && upper ? PyNumber_Lshift(upper, half) : NULL;
    PyObject *both = moved ? PyNumber_Or(moved, lower) : NULL;
    Py_XDECREF(half);
    Py_XDECREF(upper);
    Py_XDECREF(moved);
    Py_DECREF(lower);
    return both;
}

PyObject *learn(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size = 0;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "learn(word, gates)");
        return NULL;
    }
    const char *letters = ascii(arguments[0], &size);
    gate_bits gates = letters ? bits_of(arguments[1]) : 0;
    if (PyErr_Occurred() || (2 * (taken + 1) > room && grow() < 0))
        return NULL;
    uint64_t hash = hashed(letters, size);
    size_t at = slot(letters, size, hash);
    if (table[at].word == NULL) {
        table[at] = (struct entry){.word = Py_NewRef(arguments[0]), .hash = hash, .size = (int)size};
        hinted[hash >> 51] |= (unsigned char)(1 << (hash >> 48 & 7));
        taken++;
    }
    table[at].gates |= gates;
    Py_RETURN_NONE;
}

/* Runs of letters that are looked for all at once: parts of words with the gates that they open, acronyms' letters (see
   known_plain.py) with their word and those of them that stand by themselves, a bit for each. */
struct runs {
    Py_ssize_t count;
    struct stem stems[MOST_STEMS];
    PyObject *texts[MOST_STEMS], *words[MOST_STEMS];
    gate_bits gates[MOST_STEMS];
    unsigned alone[MOST_STEMS];
};
static struct runs parts, acronyms;
static struct sought sought_parts;

/* Where a run is among those of its kind, one more if need be; -1 and an exception. */
static Py_ssize_t run_of(struct runs *all, PyObject *text)
{
    Py_ssize_t size, at = 0;
    const char *run = ascii(text, &size);
    if (run == NULL)
        return -1;
    while (at < all->count && (all->stems[at].size != size || memcmp(all->stems[at].text, run, (size_t)size) != 0))
        at++;
    if (at == all->count) {
        if (size == 0 || at == MOST_STEMS) {
            PyErr_SetString(PyExc_ValueError, "so many runs of letters are looked for, and no empty one");
            return -1;
        }
        all->texts[at] = Py_NewRef(text);
        all->stems[at] = (struct stem){run, size, 0};
        all->count++;
    }
    return at;
}

static void do_not_stand(struct runs *all)
{
    for (Py_ssize_t at = 0; at < all->count; at++)
        all->stems[at].stands = 0;
}

PyObject *learn_part(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "learn_part(part, gates)");
        return NULL;
    }
    gate_bits gates = bits_of(arguments[1]);
    Py_ssize_t at = PyErr_Occurred() ? -1 : run_of(&parts, arguments[0]);
    if (at < 0)
        return NULL;
    parts.gates[at] |= gates;
    do_not_stand(&parts); /* what stood in the last text is sought in the next */
    seek(&sought_parts, parts.stems, parts.count);
    Py_RETURN_NONE;
}

PyObject *learn_acronym(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "learn_acronym(letters, alone, word)");
        return NULL;
    }
    const char *alone = ascii(arguments[1], &size);
    Py_ssize_t at = alone && ascii(arguments[2], &size) ? run_of(&acronyms, arguments[0]) : -1;
    if (at < 0)
        return NULL;
    Py_XSETREF(acronyms.words[at], Py_NewRef(arguments[2]));
    for (acronyms.alone[at] = 0; *alone; alone++)
        acronyms.alone[at] |= is_small(*alone) ? 1u << (*alone - 'a') : 0;
    Py_RETURN_NONE;
}

/* The gates that parts of words in a text open. */
static gate_bits opened_by_parts(const char *text, Py_ssize_t length)
{
    gate_bits open = 0;
    do_not_stand(&parts);
    stand(text, length, parts.stems, parts.count, &sought_parts);
    for (Py_ssize_t at = 0; at < parts.count; at++)
        if (parts.stems[at].stands)
            open |= parts.gates[at];
    return open;
}

/* Adds the words of those acronyms to `found` that stand in a text in which these letters stand by themselves; the gates that they
   open, or 0 and an exception. */
static gate_bits add_acronyms(PyObject *found, unsigned alone, const char *text, Py_ssize_t length)
{
    gate_bits open = 0;
    int is_any = 0;
    for (Py_ssize_t at = 0; at < acronyms.count; at++) {
        acronyms.stems[at].stands = (acronyms.alone[at] & ~alone) != 0;
        is_any |= !acronyms.stems[at].stands;
    }
    char *letters = is_any ? PyMem_Malloc((size_t)length + 1) : NULL;
    if (letters == NULL) {
        if (is_any)
            PyErr_NoMemory();
        return 0;
    }
    for (Py_ssize_t at = 0; at < length; at++)
        letters[at] = (unsigned char)(text[at] - 'a') <= 25 ? text[at] : ' ';
    stand(letters, length, acronyms.stems, acronyms.count, NULL); /* mostly few of them are possible */
    PyMem_Free(letters);
    for (Py_ssize_t at = 0; at < acronyms.count; at++) {
        if (!acronyms.stems[at].stands || acronyms.alone[at] & ~alone)
            continue;
        const char *word = (const char *)PyUnicode_1BYTE_DATA(acronyms.words[at]);
        Py_ssize_t size = PyUnicode_GET_LENGTH(acronyms.words[at]);
        struct entry *one = room ? &table[slot(word, size, hashed(word, size))] : NULL;
        open |= one && one->word ? one->gates : 0;
        if (PySet_Add(found, acronyms.words[at]) < 0)
            return 0;
    }
    return open;
}

/* Number words no further apart belong together; figures and months count so near; a number has so many figures. So many words
   may be one though they are articles elsewhere. */
enum { ADJACENT = 30, BESIDE = 25, PREVIOUS = 16, FEWEST_FIGURES = 4, DICTATED = 5 };
/* How months begin, three characters each, and which characters they begin with. */
static char months[256];
static Py_ssize_t months_size = 0;
static char begins_month[256];

PyObject *learn_figures(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t size, place = 0;
    PyObject *word, *value;
    const char *stems;
    if (count != 2 || !PyDict_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "learn_figures(figures, stems)");
        return NULL;
    }
    if ((stems = ascii(arguments[1], &size)) == NULL)
        return NULL;
    if (size % 3 || size > (Py_ssize_t)sizeof(months)) {
        PyErr_SetString(PyExc_ValueError, "stems are of three characters, 85 at most");
        return NULL;
    }
    while (PyDict_Next(arguments[0], &place, &word, &value)) {
        Py_ssize_t length = 0;
        const char *letters = ascii(word, &length);
        long figures = letters ? PyLong_AsLong(value) : 0;
        if (PyErr_Occurred())
            return NULL;
        if (figures < 0 || figures > FEWEST_FIGURES) {
            PyErr_SetString(PyExc_ValueError, "a word stands for four figures at most");
            return NULL;
        }
        struct entry *one = room ? &table[slot(letters, length, hashed(letters, length))] : NULL;
        if (one && one->word)
            one->figures = (int)figures;
    }
    memcpy(months, stems, (size_t)size);
    months_size = size;
    memset(begins_month, 0, sizeof begins_month);
    for (Py_ssize_t stem = 0; stem < size; stem += 3)
        begins_month[(unsigned char)months[stem]] = 1;
    Py_RETURN_NONE;
}

/* How a word stands (see known_plain.py). */
enum { ANYWHERE, LEADING, MARKED, HYPHENED, LISTED, SPELLING, NUMBERED, SPOKEN };
/* The number words that belong together, up to the last that was seen. */
struct group {
    Py_ssize_t begin, end;
    long figures;
    int words;
};
enum { GATES = 126, FARTHEST = 1000 };
/* How a word must stand to open each gate, and the gates that a word does not open anywhere. */
static struct {
    long stands;
    Py_ssize_t before, after;
} demands[GATES];
static gate_bits demanding = 0;
#define MARKS ",;|/)-\""
#define LIST_MARKS ",;|/-"
enum { MARK_REACH = 16 };

PyObject *demand(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "demand(gate, stands, before, after)");
        return NULL;
    }
    long gate = PyLong_AsLong(arguments[0]), stands = PyErr_Occurred() ? -1 : PyLong_AsLong(arguments[1]);
    Py_ssize_t before = PyErr_Occurred() ? -1 : PyLong_AsSsize_t(arguments[2]);
    Py_ssize_t after = PyErr_Occurred() ? -1 : PyLong_AsSsize_t(arguments[3]);
    if (gate < 0 || gate >= GATES || stands < ANYWHERE || stands > SPOKEN || before < 0 || before > FARTHEST ||
        after < 0 || after > FARTHEST) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "gates are 0 to 125, reaches 0 to 1000 characters");
        return NULL;
    }
    demands[gate].stands = stands;
    demands[gate].before = before;
    demands[gate].after = after;
    demanding |= stands == ANYWHERE ? 0 : (gate_bits)1 << gate;
    Py_RETURN_NONE;
}

static int is_either_at(const char *text, Py_ssize_t at) { return at >= 0 && is_either(text[at]); }

/* Whether a letter or figure by itself, and a space, stand before `begin`, with one character more between or not. */
static int spells(const char *text, Py_ssize_t begin)
{
    Py_ssize_t at = begin - 1;
    if (at < 1 || text[at] != ' ')
        return 0;
    at -= is_either(text[at - 1]) ? 1 : 2;
    return is_either_at(text, at) && !is_either_at(text, at - 1);
}

static int has_figure(const char *shape, Py_ssize_t begin, Py_ssize_t end)
{
    return end > begin && memchr(shape + begin, '0', (size_t)(end - begin)) != NULL;
}

/* Whether a number may be made of a group of number words, to which text[begin:end] is added. */
static int counts(struct group *group, int figures, const char *text, const char *shape, Py_ssize_t length,
                  Py_ssize_t begin, Py_ssize_t end)
{
    if (group->words == 0 || begin - group->end > ADJACENT)
        *group = (struct group){begin, end, 0, 0};
    group->end = end;
    group->figures += figures;
    group->words++;
    if (group->words >= DICTATED || group->figures == 0)
        return group->words >= DICTATED;
    struct numbers all = {
        .text = text, .length = length, .stems = months, .size = months_size, .begins = begins_month
    };
    if (group->words == 1)
        return month_follows(&all, end) || month_precedes(&all, begin > PREVIOUS ? begin - PREVIOUS : 0, begin);
    Py_ssize_t first = group->begin > BESIDE ? group->begin - BESIDE : 0;
    Py_ssize_t last = length - end > BESIDE ? end + BESIDE : length;
    long count = group->figures;
    for (Py_ssize_t at = first; at < last && count < FEWEST_FIGURES; at++)
        count += shape[at] == '0';
    return count >= FEWEST_FIGURES || has_month(&all, first, last);
}

/* Whether text[begin:end] stands so as to open a gate. */
static int stands_so(int gate, struct group *group, int figures, const char *text, const char *shape, Py_ssize_t length,
                     Py_ssize_t begin, Py_ssize_t end)
{
    Py_ssize_t first = begin > demands[gate].before ? begin - demands[gate].before : 0;
    Py_ssize_t last = length - end > demands[gate].after ? end + demands[gate].after : length;
    struct beside asked = {shape, MARKS, MARK_REACH, sizeof(MARKS) - 1};
    switch (demands[gate].stands) {
    case LEADING:
        return leads(NULL, text, length, begin, end);
    case MARKED:
        return is_beside(&asked, text, length, begin, end);
    case HYPHENED:
        return begin > 0 && text[begin - 1] == '-' && end < length && text[end] == '-';
    case LISTED:
        while (first < begin && !is_one_of(text[first], LIST_MARKS))
            first++;
        return first < begin && has_figure(shape, end, last);
    case SPELLING:
        return spells(text, begin);
    case NUMBERED:
        return has_figure(shape, first, begin) || has_figure(shape, end, last);
    case SPOKEN:
        return counts(group, figures, text, shape, length, begin, end);
    default:
        return 1;
    }
}

/* Those gates of `wanted` that text[begin:end] opens, a word that stands for so many `figures`. */
static gate_bits opened(gate_bits wanted, struct group *group, int figures, const char *text, const char *shape,
                        Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end)
{
    gate_bits open = wanted & ~demanding;
    for (wanted &= demanding; wanted; wanted &= wanted - 1) {
        uint64_t lower = (uint64_t)wanted;
        int gate = lower ? __builtin_ctzll(lower) : HALF + __builtin_ctzll((uint64_t)(wanted >> HALF));
        open |= (gate_bits)stands_so(gate, group, figures, text, shape, length, begin, end) << gate;
    }
    return open;
}

/* The words of a text that open gates however they stand, in order: where each stands, itself, which the table never gives up, and
   the gates. */
struct openers {
    Py_ssize_t count, room;
    struct opener {
        Py_ssize_t at;
        PyObject *word;
        gate_bits gates;
    } *one;
};
static const char OPENERS[] = "recognizers.openers";

static void put_away(PyObject *capsule)
{
    struct openers *all = PyCapsule_GetPointer(capsule, OPENERS);
    PyMem_Free(all->one);
    PyMem_Free(all);
}

/* Adds one; -1 and an exception where that fails. */
static int note_opener(struct openers *all, Py_ssize_t at, const struct entry *one)
{
    if (all->count == all->room) {
        Py_ssize_t wanted = all->room ? 2 * all->room : 32;
        void *more = PyMem_Realloc(all->one, (size_t)wanted * sizeof(*all->one));
        if (more == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        all->one = more;
        all->room = wanted;
    }
    all->one[all->count++] = (struct opener){at, one->word, one->gates};
    return 0;
}

PyObject *known(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    Py_ssize_t length;
    const char *text, *shape;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "known(text, shape)");
        return NULL;
    }
    if ((text = ascii(arguments[0], &length)) == NULL || (shape = kinds_of(arguments[1], length)) == NULL)
        return NULL;
    struct openers *openers = PyMem_Calloc(1, sizeof(*openers));
    if (openers == NULL)
        return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(openers, OPENERS, put_away);
    if (capsule == NULL) {
        PyMem_Free(openers);
        return NULL;
    }
    PyObject *found = PyFrozenSet_New(NULL);
    unsigned long long look = ++looks;
    gate_bits open = 0, wanted;
    unsigned alone = 0;
    struct group group = {0, 0, 0, 0};
    for (Py_ssize_t at = 0; found && room && at < length;) {
        if (!is_small(text[at])) {
            at++;
            continue;
        }
        Py_ssize_t begin = at;
        uint64_t hash = 0, characters;
        int letters;
        do {
            characters = eight(text + at, length - at);
            letters = letters_first(characters);
            if (letters)
                hash = mixed(hash, letters == 8 ? characters : first_of(characters, letters));
            at += letters;
        } while (letters == 8 && at < length);
        if (at - begin == 1)
            alone |= 1u << (text[begin] - 'a');
        if (!(hinted[hash >> 51] >> (hash >> 48 & 7) & 1))
            continue;
        struct entry *one = &table[slot(text + begin, at - begin, hash)];
        if (one->word == NULL)
            continue;
        if (one->gates && note_opener(openers, begin, one) < 0)
            Py_CLEAR(found);
        if ((wanted = one->gates & ~open) != 0)
            open |= opened(wanted, &group, one->figures, text, shape, length, begin, at);
        if (one->seen == look)
            continue;
        one->seen = look;
        if (found && PySet_Add(found, one->word) < 0)
            Py_CLEAR(found);
    }
    if (found) {
        open |= opened_by_parts(text, length) | add_acronyms(found, alone, text, length);
        if (PyErr_Occurred())
            Py_CLEAR(found);
    }
    PyObject *gates = found ? number_of(open) : NULL;
    PyObject *all = gates ? PyTuple_Pack(3, found, gates, capsule) : NULL;
    Py_XDECREF(found);
    Py_XDECREF(gates);
    Py_DECREF(capsule);
    return all;
}

PyObject *words_of(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "words_of(openers, gates)");
        return NULL;
    }
    const struct openers *all = PyCapsule_GetPointer(arguments[0], OPENERS);
    gate_bits wanted = all ? bits_of(arguments[1]) : 0;
    PyObject *found = PyErr_Occurred() ? NULL : PyList_New(0);
    for (Py_ssize_t each = 0; found && each < all->count; each++)
        if (all->one[each].gates & wanted)
            add_found(&found, all->one[each].at, all->one[each].word);
    return found;
}
