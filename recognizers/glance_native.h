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

/* Of dates_native.c. */
PyObject *straighten(PyObject *self, PyObject *flat);
PyObject *written_dates(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

#endif
