/* Days of the calendar as numbers (19850412) and as Python's dates. */
#ifndef DATES_NATIVE_H
#define DATES_NATIVE_H
#include "glance_native.h"
#include <datetime.h>

/* Whether Python's dates can be made, which every function that does so asks first; an exception where not. */
static inline int has_calendar(void)
{
    if (PyDateTimeAPI == NULL)
        PyDateTime_IMPORT;
    return PyDateTimeAPI != NULL;
}

static inline int as_number(PyObject *day)
{
    return PyDateTime_GET_YEAR(day) * 10000 + PyDateTime_GET_MONTH(day) * 100 + PyDateTime_GET_DAY(day);
}

static inline int is_day(int year, int month, int day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return 0;
    return day <= lengths[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* Adds a day to a set that is being made; where that fails, the set is gone. */
static inline void add_date(PyObject **days, int day)
{
    PyObject *one = *days ? PyDate_FromDate(day / 10000, day / 100 % 100, day % 100) : NULL;
    if (one == NULL || PySet_Add(*days, one) < 0)
        Py_CLEAR(*days);
    Py_XDECREF(one);
}

#endif
