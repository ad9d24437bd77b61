/* What goes over every character of a text, many at once: where a stem stands, what a table makes of each character.

   With AVX2 where the processor has it, 32 at once; with SSE2, 16; elsewhere one by one. All say the same. */
#include "glance_native.h"
#include <string.h>

/* Where three characters have their bit among those that stems begin with. */
static unsigned beginning(unsigned lead) { return lead * 0x9e3779b1u >> (32 - BEGINNING_BITS); }

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define WIDE __attribute__((target("avx2")))

static int has_avx2(void)
{
    static int known = -1;
    if (known < 0) {
        __builtin_cpu_init();
        known = __builtin_cpu_supports("avx2") != 0;
    }
    return known;
}

/* The first place of stem in text[*from:length] among those that can be looked at by 32, or -1; *from is where others begin. */
WIDE static Py_ssize_t place_by_32(const char *text, Py_ssize_t length, const char *stem, Py_ssize_t size,
                                   Py_ssize_t *from)
{
    const __m256i first = _mm256_set1_epi8(stem[0]), final = _mm256_set1_epi8(stem[size - 1]);
    Py_ssize_t at = *from, last = length - size;
    for (; at + 31 <= last; at += 32) {
        __m256i begins = _mm256_cmpeq_epi8(first, _mm256_loadu_si256((const __m256i *)(text + at)));
        __m256i ends = _mm256_cmpeq_epi8(final, _mm256_loadu_si256((const __m256i *)(text + at + size - 1)));
        unsigned mask = (unsigned)_mm256_movemask_epi8(_mm256_and_si256(begins, ends));
        for (; mask; mask &= mask - 1) {
            Py_ssize_t here = at + __builtin_ctz(mask);
            if (size <= 2 || memcmp(text + here + 1, stem + 1, (size_t)size - 2) == 0)
                return here;
        }
    }
    *from = at;
    return -1;
}

/* What controls there are among those octets that can be looked at by 32; *from is where others begin, *cr whether a CR stands
   right before it. */
WIDE static int controls_by_32(const char *octets, Py_ssize_t length, Py_ssize_t *from, unsigned *cr)
{
    const __m256i is_cr = _mm256_set1_epi8('\r'), is_lf = _mm256_set1_epi8('\n'), delete = _mm256_set1_epi8(0x7f);
    const __m256i null = _mm256_setzero_si256(), most = _mm256_set1_epi8(0x1f);
    const __m256i tab = _mm256_set1_epi8('\t'), form_feed = _mm256_set1_epi8('\f');
    __m256i nulls = null, unshown = null;
    unsigned lone_cr = 0, lone_lf = 0, before = *cr;
    Py_ssize_t at = *from;
    for (; at + 32 <= length; at += 32) {
        __m256i here = _mm256_loadu_si256((const __m256i *)(octets + at));
        __m256i crs = _mm256_cmpeq_epi8(here, is_cr), lfs = _mm256_cmpeq_epi8(here, is_lf);
        __m256i low = _mm256_cmpeq_epi8(_mm256_min_epu8(here, most), here);
        __m256i shown = _mm256_or_si256(_mm256_or_si256(crs, lfs), _mm256_or_si256(_mm256_cmpeq_epi8(here, tab),
                                                                                   _mm256_cmpeq_epi8(here, form_feed)));
        unshown = _mm256_or_si256(unshown, _mm256_or_si256(_mm256_andnot_si256(shown, low),
                                                           _mm256_cmpeq_epi8(here, delete)));
        nulls = _mm256_or_si256(nulls, _mm256_cmpeq_epi8(here, null));
        unsigned cr_here = (unsigned)_mm256_movemask_epi8(crs), lf_here = (unsigned)_mm256_movemask_epi8(lfs);
        unsigned behind_cr = cr_here << 1 | before;
        lone_cr |= behind_cr & ~lf_here;
        lone_lf |= lf_here & ~behind_cr;
        before = cr_here >> 31;
    }
    *from = at;
    *cr = before;
    return (_mm256_testz_si256(nulls, nulls) ? 0 : NULLS) | (lone_cr ? LONE_CR : 0) | (lone_lf ? LONE_LF : 0) |
           (_mm256_testz_si256(unshown, unshown) ? 0 : UNSHOWN);
}

/* Which groups may begin at each of 32 places: a shuffle of each half of a character gives those that have such a half there
   ("Teddy", in Hyperscan: Wang et al., NSDI 2019). */
WIDE static inline __attribute__((always_inline)) __m256i groups_at(const char *text, const __m256i *low,
                                                                    const __m256i *high)
{
    const __m256i half = _mm256_set1_epi8(15);
    __m256i all = _mm256_set1_epi8(-1);
#pragma GCC unroll 3
    for (int at = 0; at < LEAD; at++) {
        __m256i here = _mm256_loadu_si256((const __m256i *)(text + at));
        __m256i below = _mm256_shuffle_epi8(low[at], _mm256_and_si256(here, half));
        __m256i above = _mm256_shuffle_epi8(high[at], _mm256_and_si256(_mm256_srli_epi16(here, 4), half));
        all = _mm256_and_si256(all, _mm256_and_si256(below, above));
    }
    return all;
}

WIDE static inline __attribute__((always_inline)) void read_leads(const struct leads_of *leads, __m256i *low, __m256i *high)
{
    for (int at = 0; at < LEAD; at++) {
        low[at] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)leads->low[at]));
        high[at] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)leads->high[at]));
    }
}

WIDE static Py_ssize_t led_by_32(const char *text, Py_ssize_t length, Py_ssize_t *from, const struct leads_of *leads,
                                 int (*holds)(const void *asked, Py_ssize_t at), const void *asked)
{
    __m256i low[LEAD], high[LEAD];
    read_leads(leads, low, high);
    Py_ssize_t at = *from;
    for (; at + 32 + LEAD - 1 <= length; at += 32) {
        __m256i none = _mm256_cmpeq_epi8(groups_at(text + at, low, high), _mm256_setzero_si256());
        for (unsigned mask = ~(unsigned)_mm256_movemask_epi8(none); mask; mask &= mask - 1)
            if (holds(asked, at + __builtin_ctz(mask)))
                return at + __builtin_ctz(mask);
    }
    *from = at;
    return -1;
}

/* Whether a stem of three characters or more may begin with these. */
static int may_begin(const struct sought *sought, unsigned lead)
{
    return sought->begins[beginning(lead) >> 3] >> (beginning(lead) & 7) & 1;
}

/* Marks the stems that begin among the places that can be looked at by 32; where others begin. */
WIDE static Py_ssize_t stand_by_32(const char *text, Py_ssize_t length, struct stem *stems, const struct sought *sought)
{
    __m256i low[LEAD], high[LEAD];
    read_leads(&sought->leads, low, high);
    const Py_ssize_t last = length - (32 + LEAD - 1);
    for (Py_ssize_t from = 0, next; from <= last; from = next) {
        next = from < last && last < from + 32 ? last : from + 32; /* the last places but a few, some of them once more */
        __m256i found = groups_at(text + from, low, high);
        unsigned mask = ~(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(found, _mm256_setzero_si256()));
        if (mask == 0)
            continue;
        unsigned char groups[32];
        _mm256_storeu_si256((__m256i *)groups, found);
        for (; mask; mask &= mask - 1) {
            int here = __builtin_ctz(mask);
            const unsigned char *first = (const unsigned char *)text + from + here;
            unsigned begins = (unsigned)first[0] | (unsigned)first[1] << 8 | (unsigned)first[2] << 16;
            unsigned own = groups[here] & (may_begin(sought, begins) ? 0xffu : 1u << SHORT_ONES);
            for (; own; own &= own - 1) {
                int number = __builtin_ctz(own);
                for (int each = 0; each < sought->sizes[number]; each++) {
                    int index = sought->group[number][each];
                    struct stem *stem = &stems[index];
                    if ((begins & sought->of_lead[index]) == sought->lead[index] && !stem->stands &&
                        stem->size <= length - from - here &&
                        memcmp(text + from + here, stem->text, (size_t)stem->size) == 0)
                        stem->stands = 1;
                }
            }
        }
    }
    return length - (LEAD - 1);
}

/* Translates as many characters as can be by 32, with `rows` rows of 16 of the table; how many those are. */
WIDE static inline __attribute__((always_inline)) Py_ssize_t translate_rows(char *to, const char *text,
                                                                            Py_ssize_t length, const char *table,
                                                                            int rows)
{
    const __m256i beyond = _mm256_set1_epi8(0x70);
    Py_ssize_t at = 0;
    for (; at + 32 <= length; at += 32) {
        __m256i characters = _mm256_loadu_si256((const __m256i *)(text + at)), all = _mm256_setzero_si256();
#pragma GCC unroll 16
        for (int row = 0; row < rows; row++) {
            /* Of another row, the number is 16 or more, and 128 or more when 112 is added: nothing is taken for it. */
            __m256i column = _mm256_xor_si256(characters, _mm256_set1_epi8((char)(row << 4)));
            __m256i values = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * row)));
            all = _mm256_or_si256(all, _mm256_shuffle_epi8(values, _mm256_adds_epu8(column, beyond)));
        }
        _mm256_storeu_si256((__m256i *)(to + at), all);
    }
    return at;
}

WIDE static Py_ssize_t translate_by_32(char *to, const char *text, Py_ssize_t length, const char *table, int rows)
{
    return rows == ASCII_ROWS ? translate_rows(to, text, length, table, ASCII_ROWS)
                              : translate_rows(to, text, length, table, ROWS);
}
#endif

Py_ssize_t place(const char *text, Py_ssize_t length, const char *stem, Py_ssize_t size, Py_ssize_t from)
{
    Py_ssize_t last = length - size;
#if defined(__x86_64__) && defined(__GNUC__)
    if (last - from > 31 && has_avx2()) {
        Py_ssize_t here = place_by_32(text, length, stem, size, &from);
        if (here >= 0)
            return here;
    }
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

int controls_among(const char *octets, Py_ssize_t length)
{
    Py_ssize_t at = 0;
    unsigned cr = 0;
    int found = 0;
#if defined(__x86_64__) && defined(__GNUC__)
    if (length > 31 && has_avx2())
        found = controls_by_32(octets, length, &at, &cr);
#endif
    for (; at < length; at++) {
        unsigned char here = (unsigned char)octets[at];
        if (here == '\n')
            found |= cr ? 0 : LONE_LF;
        else {
            found |= cr ? LONE_CR : 0;
            if (here == 0x7f || (here < ' ' && here != '\t' && here != '\f' && here != '\r'))
                found |= here ? UNSHOWN : UNSHOWN | NULLS;
        }
        cr = here == '\r';
    }
    return cr ? found | LONE_CR : found;
}

static void note_lead(struct leads_of *leads, const struct stem *stem, int group)
{
    for (int at = 0; at < LEAD; at++) {
        unsigned char bit = (unsigned char)(1 << group);
        if (at < stem->size) {
            unsigned lead = (unsigned char)stem->text[at];
            leads->low[at][lead & 15] |= bit;
            leads->high[at][lead >> 4] |= bit;
            continue;
        }
        for (int half = 0; half < 16; half++) {
            leads->low[at][half] |= bit;
            leads->high[at][half] |= bit;
        }
    }
}

void seek(struct sought *sought, const struct stem *stems, Py_ssize_t count)
{
    memset(&sought->leads, 0, sizeof sought->leads);
    memset(sought->sizes, 0, sizeof sought->sizes);
    memset(sought->begins, 0, sizeof sought->begins);
    for (Py_ssize_t index = 0; index < count; index++) {
        if (stems[index].stands)
            continue;
        sought->lead[index] = sought->of_lead[index] = 0;
        for (int at = 0; at < LEAD && at < stems[index].size; at++) {
            sought->lead[index] |= (unsigned)(unsigned char)stems[index].text[at] << (8 * at);
            sought->of_lead[index] |= 0xffu << (8 * at);
        }
        int own = stems[index].size < LEAD ? SHORT_ONES : stems[index].text[0] & (GROUPS - 1);
        unsigned bit = beginning(sought->lead[index]);
        sought->begins[bit >> 3] |= (unsigned char)(1 << (bit & 7));
        sought->group[own][sought->sizes[own]++] = (unsigned char)index;
        note_lead(&sought->leads, &stems[index], own);
    }
}

void stand(const char *text, Py_ssize_t length, struct stem *stems, Py_ssize_t count, const struct sought *sought)
{
    Py_ssize_t from = 0;
#if defined(__x86_64__) && defined(__GNUC__)
    if (length >= 32 + LEAD - 1 && has_avx2()) {
        struct sought made;
        if (sought == NULL) {
            seek(&made, stems, count);
            sought = &made;
        }
        from = stand_by_32(text, length, stems, sought);
    }
#endif
    for (Py_ssize_t index = 0; index < count; index++)
        if (!stems[index].stands && stems[index].size <= length - from)
            stems[index].stands = place(text, length, stems[index].text, stems[index].size, from) >= 0;
}

Py_ssize_t led(const char *text, Py_ssize_t length, Py_ssize_t *from, const struct leads_of *leads,
               int (*holds)(const void *asked, Py_ssize_t at), const void *asked)
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (length - *from >= 32 + LEAD - 1 && has_avx2())
        return led_by_32(text, length, from, leads, holds, asked);
#endif
    return -1;
}

void translate(char *to, const char *text, Py_ssize_t length, const char *table, int rows)
{
    Py_ssize_t at = 0;
#if defined(__x86_64__) && defined(__GNUC__)
    if (length > 31 && has_avx2())
        at = translate_by_32(to, text, length, table, rows);
#endif
    for (; at < length; at++)
        to[at] = table[(unsigned char)text[at]];
}
