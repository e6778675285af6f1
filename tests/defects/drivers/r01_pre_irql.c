/* R1: a pre-operation raises the IRQL and returns so. */
#include "../defect.h"

PRE(PreRead) { /* DEFECT */
  KIRQL irql;
  UNUSED_PRE;
  KeRaiseIrql(APC_LEVEL, &irql);
#ifndef DEFECT
  KeLowerIrql(irql);
#endif
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
