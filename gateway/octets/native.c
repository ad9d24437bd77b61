/* What every octet of a message is looked over for: the twins of plain.py. Built with
   recognizers/vectors_native.c, which does the looking. */
#include "../../recognizers/glance_native.h"

/* Beside others that run, where there is much to look at: octets never change. */
enum { MUCH = 64 * 1024 };

static PyObject *controls(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2 || !PyBytes_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "controls(octets, asked)");
        return NULL;
    }
    const char *octets = PyBytes_AS_STRING(arguments[0]);
    Py_ssize_t length = PyBytes_GET_SIZE(arguments[0]);
    long asked = PyLong_AsLong(arguments[1]);
    if (asked == -1 && PyErr_Occurred())
        return NULL;
    int found;
    if (length < MUCH)
        found = controls_among(octets, length);
    else {
        Py_BEGIN_ALLOW_THREADS
        found = controls_among(octets, length);
        Py_END_ALLOW_THREADS
    }
    return PyLong_FromLong(found & asked);
}

/* In pieces of so many octets, each counted in an octet, which the compiler does for many at once. */
enum { COUNTED = 128 };

static Py_ssize_t figures_among(const char *octets, Py_ssize_t length)
{
    Py_ssize_t found = 0;
    for (Py_ssize_t from = 0; from < length; from += COUNTED) {
        Py_ssize_t size = length - from < COUNTED ? length - from : COUNTED;
        unsigned char here = 0;
        for (Py_ssize_t at = from; at < from + size; at++)
            here += (unsigned char)((unsigned char)(octets[at] - '0') < 10);
        found += here;
    }
    return found;
}

static PyObject *figures(PyObject *self, PyObject *octets)
{
    if (!PyBytes_Check(octets)) {
        PyErr_SetString(PyExc_TypeError, "figures(octets)");
        return NULL;
    }
    return PyLong_FromSsize_t(figures_among(PyBytes_AS_STRING(octets), PyBytes_GET_SIZE(octets)));
}

static PyObject *first_place(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 4 || !PyBytes_Check(arguments[0]) || !PyBytes_Check(arguments[1]) ||
        PyBytes_GET_SIZE(arguments[0]) == 0) {
        PyErr_SetString(PyExc_TypeError, "first_place(stem, octets, start, end)");
        return NULL;
    }
    const char *stem = PyBytes_AS_STRING(arguments[0]), *octets = PyBytes_AS_STRING(arguments[1]);
    Py_ssize_t size = PyBytes_GET_SIZE(arguments[0]), length = PyBytes_GET_SIZE(arguments[1]), at;
    Py_ssize_t start = PyLong_AsSsize_t(arguments[2]), end = PyLong_AsSsize_t(arguments[3]);
    if (PyErr_Occurred())
        return NULL;
    if (start < 0 || end < 0) {
        PyErr_SetString(PyExc_ValueError, "a place is 0 or more");
        return NULL;
    }
    if (end < length)
        length = end;
    if (length - start < MUCH)
        at = place(octets, length, stem, size, start);
    else {
        Py_BEGIN_ALLOW_THREADS
        at = place(octets, length, stem, size, start);
        Py_END_ALLOW_THREADS
    }
    return PyLong_FromSsize_t(at);
}

static PyMethodDef METHODS[] = {
    {"controls", (PyCFunction)(void (*)(void))controls, METH_FASTCALL, "The control characters among octets."},
    {"first_place", (PyCFunction)(void (*)(void))first_place, METH_FASTCALL, "Where a stem stands first among octets."},
    {"figures", figures, METH_O, "How many figures there are among octets."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, .m_name = "gateway.octets.native", .m_size = -1, .m_methods = METHODS,
};

PyMODINIT_FUNC PyInit_native(void) { return PyModule_Create(&MODULE); }
