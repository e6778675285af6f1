#pragma once

/* What boundary_driver.c publishes, in this order. At most 28. */
// clang-format off
#define BOUNDARY_ROUTINES(X) \
    X(Twelve) X(CallSixteen) X(Nested) X(ReadGuarded) X(FinallyOrder) X(RaiseGuarded) \
    X(CopyGuarded) X(NestedTry) X(ContinueExecution) X(ReadIrql) X(WriteIrql) \
    X(SharedData) X(FastFail) X(AssertFails) X(PageableRoutine) X(InitRoutine) X(Recurse) \
    X(CallAddress) X(Divide) X(Processor) X(LookUp) X(WriteReadOnly) X(Relocated) \
    X(CompareStrings) X(SaveXmm) X(Expand) X(LockPageable)
// clang-format on
