/* R88: KeLowerIrql is an inline write of CR8; here it raises. */
#include "../defect.h"

PRE(PreQuery) {
  UNUSED_PRE;
#ifdef DEFECT
  KeLowerIrql(APC_LEVEL); /* DEFECT */
  KeLowerIrql(PASSIVE_LEVEL);
#else
  KIRQL irql;
  KeRaiseIrql(APC_LEVEL, &irql);
  KeLowerIrql(irql);
#endif
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_QUERY_INFORMATION, 0, PreQuery, NULL, NULL});
PLAIN_DRIVER
