/* Tests of the kernel's functions, called from a driver. A driver is one source file: it defines
 * ApiTests[] (and, if it wants callbacks, its own ApiRegistration), links api.c and runs all of it
 * in DriverEntry, at PASSIVE_LEVEL in the System process, attached to a volume that is mounted
 * already. Results go out through DbgPrint; api_test.cpp reads them there. */
#ifndef SLUICE_TESTS_API_H
#define SLUICE_TESTS_API_H

#include <fltKernel.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct API_TEST {
  const char* name; /* behaviour: FltAllocateContext_Fails_WhenTypeIsUnknown */
  void (*routine)(void);
} API_TEST;

/* The driver's own: the list ends with a NULL name. */
extern const API_TEST ApiTests[];

/* What api.c made: the filter, its instance on the volume (not referenced: it lives until the
 * driver is unloaded) and the driver object. */
extern PFLT_FILTER ApiFilter;
extern PFLT_INSTANCE ApiInstance;
extern PFLT_VOLUME ApiVolume;
extern PDRIVER_OBJECT ApiDriver;
extern UNICODE_STRING ApiRegistryPath;

/* A driver that wants callbacks or contexts changes the registration before it is used. */
void ApiRegistration(FLT_REGISTRATION* registration);

/* True when the values are equal; prints place, expression and both values when they are not. */
BOOLEAN ApiEqual(const char* file, int line, const char* what, ULONG64 got, ULONG64 wanted);

#define API_TAG 'tipA'
#define API_EQUAL(expression, wanted) \
  ApiEqual(__FILE__, __LINE__, #expression, (ULONG64)(expression), (ULONG64)(wanted))
#define API_CHECK(expression) ApiEqual(__FILE__, __LINE__, #expression, (expression) ? 1 : 0, 1)
/* A call and the status that it must return; tests/api/coverage.py counts these. */
#define API_STATUS(call, status) ApiEqual(__FILE__, __LINE__, #call, (ULONG)(call), (ULONG)(status))
/* For what can't go on without it. */
#define API_REQUIRE(expression)         \
  do {                                  \
    if (!API_CHECK(expression)) return; \
  } while (0)

#ifdef __cplusplus
}
#endif

#endif
