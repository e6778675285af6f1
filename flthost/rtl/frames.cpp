// Frames of the calling driver: listing them, and going on in one of them.
#include <flthost/boundary/state.h>
#include <flthost/rtl/rtl_internal.h>

using namespace flthost;

extern "C" {

// Bit 0 of the flags asks for user-mode frames, which no driver here has; the bits from 8 on say
// how many frames to leave out.
ULONG NTAPI RtlWalkFrameChain(PVOID* Callers, ULONG Count, ULONG Flags) {
  constexpr ULONG kUserMode = 1, kMost = 0xffff;
  if ((Flags & kUserMode) != 0) return 0;
  return RtlCaptureStackBackTrace(Flags >> 8, Count < kMost ? Count : kMost, Callers, nullptr);
}

// Goes on in a frame of the driver's that still stands: above the host's frames it must not reach.
VOID NTAPI RtlRestoreContext(CONTEXT* ContextRecord, EXCEPTION_RECORD* ExceptionRecord) {
  const boundary::State& state = boundary::current_state();
  const CONTEXT target = *ContextRecord;
  if (target.Rsp < state.stack.limit || target.Rsp >= state.segment_top) {
    ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                  {static_cast<uint32_t>(STATUS_BAD_STACK), target.Rip, 0, target.Rsp},
                  "RtlRestoreContext was given a stack pointer that lies in no frame of the driver "
                  "routine that runs now; restore only contexts captured in it."});
  }
  static_cast<void>(ExceptionRecord);
  throw boundary::ResumeAt{target};
}

}  // extern "C"

namespace flthost::rtl {

void add_frame_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(RtlRestoreContext), FLTHOST_EXPORT(RtlWalkFrameChain)});
}

}  // namespace flthost::rtl
