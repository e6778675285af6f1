/* The harness itself: what every other driver here takes for granted. */
#include "api.h"

static void attached(void) {
  API_CHECK(ApiFilter != NULL);
  API_CHECK(ApiInstance != NULL);
  API_CHECK(ApiVolume != NULL);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  API_CHECK(PsGetCurrentProcess() == PsInitialSystemProcess);
}

static void unload_name_is_service_key(void) {
  API_CHECK(ApiRegistryPath.Length > 0);
  API_CHECK(ApiRegistryPath.Buffer[0] == L'\\');
}

const API_TEST ApiTests[] = {
    {"DriverEntry_IsAttachedToTheVolume_AfterStartFiltering", attached},
    {"DriverEntry_GetsTheServiceKey", unload_name_is_service_key},
    {NULL, NULL},
};
