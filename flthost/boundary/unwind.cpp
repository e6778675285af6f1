// Virtual unwinding of driver frames by their .pdata, as RtlVirtualUnwind does.
#include <flthost/boundary/state.h>

#include <algorithm>
#include <cstring>

namespace flthost::boundary {
namespace {

enum UnwindOp {
  kPushNonvolatile = 0,
  kAllocLarge = 1,
  kAllocSmall = 2,
  kSetFramePointer = 3,
  kSaveNonvolatile = 4,
  kSaveNonvolatileFar = 5,
  kEpilog = 6,
  kSpare = 7,
  kSaveXmm = 8,
  kSaveXmmFar = 9,
  kPushMachineFrame = 10,
};
constexpr uint8_t kChained = 4;
constexpr int kMaxChain = 32;

struct Unwinder {
  const KernelStack* stack;
  const ModuleRecord* module;
  CONTEXT* context;
  bool good = true;

  uint64_t load(uint64_t address) {
    if (stack != nullptr && (address < stack->limit || address > stack->top - 8)) {
      good = false;
      return 0;
    }
    uint64_t value;
    memcpy(&value, reinterpret_cast<const void*>(address), 8);
    return value;
  }
  ULONG64& reg(int index) { return (&context->Rax)[index]; }
  uint64_t pop() {
    const uint64_t value = load(context->Rsp);
    context->Rsp += 8;
    return value;
  }
};

struct UnwindInfo {
  uint8_t version, flags, prolog, count, frame_register, frame_offset;
  const uint8_t* codes;
  const uint8_t* after;  // handler RVA or chained entry
};

// Everything it says is checked against the image: the file may be anything.
bool read_unwind_info(const ModuleRecord& module, uint32_t rva, UnwindInfo& info) {
  if (rva > module.size || module.size - rva < 4) return false;
  const auto* bytes = reinterpret_cast<const uint8_t*>(module.base + rva);
  info.version = bytes[0] & 7;
  info.flags = bytes[0] >> 3;
  info.prolog = bytes[1];
  info.count = bytes[2];
  info.frame_register = bytes[3] & 15;
  info.frame_offset = bytes[3] >> 4;
  const uint32_t code_bytes = ((info.count + 1u) & ~1u) * 2;
  if (module.size - rva < 4 + code_bytes + 12) return false;
  info.codes = bytes + 4;
  info.after = bytes + 4 + code_bytes;
  return info.version == 1 || info.version == 2;
}

int slots_of(const uint8_t* code) {
  switch (code[1] & 15) {
    case kAllocLarge:
      return (code[1] >> 4) == 0 ? 2 : 3;
    case kSaveNonvolatile:
    case kSaveXmm:
      return 2;
    case kSaveNonvolatileFar:
    case kSaveXmmFar:
      return 3;
    default:
      return 1;
  }
}

uint32_t operand16(const uint8_t* code) {
  return code[2] | code[3] << 8;
}
uint32_t operand32(const uint8_t* code) {
  uint32_t value;
  memcpy(&value, code + 2, 4);
  return value;
}

// `frame` is the establisher: RSP after the prologue, or what the frame register was set from.
void apply_code(Unwinder& unwinder, const uint8_t* code, const UnwindInfo& info, uint64_t frame,
                bool& machine_frame) {
  CONTEXT& context = *unwinder.context;
  const int operand = code[1] >> 4;
  switch (code[1] & 15) {
    case kPushNonvolatile:
      unwinder.reg(operand) = unwinder.pop();
      break;
    case kAllocLarge:
      context.Rsp += operand == 0 ? operand16(code) * 8u : operand32(code);
      break;
    case kAllocSmall:
      context.Rsp += static_cast<uint64_t>(operand) * 8 + 8;
      break;
    case kSetFramePointer:
      context.Rsp = unwinder.reg(info.frame_register) - info.frame_offset * 16u;
      break;
    case kSaveNonvolatile:
      unwinder.reg(operand) = unwinder.load(frame + operand16(code) * 8u);
      break;
    case kSaveNonvolatileFar:
      unwinder.reg(operand) = unwinder.load(frame + operand32(code));
      break;
    case kSaveXmm:
    case kSaveXmmFar: {
      const uint64_t offset = (code[1] & 15) == kSaveXmm ? operand16(code) * 16u : operand32(code);
      M128A& xmm = context.FltSave.XmmRegisters[operand];
      xmm.Low = unwinder.load(frame + offset);
      xmm.High = static_cast<LONGLONG>(unwinder.load(frame + offset + 8));
      break;
    }
    case kPushMachineFrame: {
      const uint64_t at = context.Rsp + (operand != 0 ? 8 : 0);
      context.Rip = unwinder.load(at);
      context.Rsp = unwinder.load(at + 24);
      machine_frame = true;
      break;
    }
    default:
      break;
  }
}

uint64_t frame_base(Unwinder& unwinder, const UnwindInfo& info, uint32_t prolog_offset) {
  if (info.frame_register == 0) return unwinder.context->Rsp;
  bool set = prolog_offset >= info.prolog || (info.flags & kChained) != 0;
  for (int i = 0; !set && i < info.count; i += slots_of(info.codes + i * 2)) {
    const uint8_t* code = info.codes + i * 2;
    set = (code[1] & 15) == kSetFramePointer && code[0] <= prolog_offset;
  }
  if (!set) return unwinder.context->Rsp;
  return unwinder.reg(info.frame_register) - info.frame_offset * 16u;
}

// An epilogue is add/lea rsp, pops, then ret or jmp. When `pc` is in one, its rest is run instead
// of undoing the prologue. First pass with `run` false only recognises.
bool epilogue(Unwinder& unwinder, uint64_t pc, uint64_t end, const UnwindInfo& info, bool run) {
  const auto* p = reinterpret_cast<const uint8_t*>(pc);
  const auto* limit = reinterpret_cast<const uint8_t*>(end);
  const auto left = [&] { return limit - p; };
  CONTEXT& context = *unwinder.context;
  if (left() >= 4 && p[0] == 0x48 && p[1] == 0x83 && p[2] == 0xc4) {
    if (run) context.Rsp += static_cast<int8_t>(p[3]);
    p += 4;
  } else if (left() >= 7 && p[0] == 0x48 && p[1] == 0x81 && p[2] == 0xc4) {
    int32_t immediate;
    memcpy(&immediate, p + 3, 4);
    if (run) context.Rsp += immediate;
    p += 7;
  } else if (left() >= 4 && (p[0] & 0xfe) == 0x48 && p[1] == 0x8d && info.frame_register != 0 &&
             ((p[2] & 0x38) == 0x20) && (p[2] & 7) == (info.frame_register & 7) &&
             (p[0] & 1) == (info.frame_register >> 3)) {
    const uint64_t base = unwinder.reg(info.frame_register);
    if ((p[2] & 0xc0) == 0x40) {
      if (run) context.Rsp = base + static_cast<int8_t>(p[3]);
      p += 4;
    } else if ((p[2] & 0xc0) == 0x80 && left() >= 7) {
      int32_t displacement;
      memcpy(&displacement, p + 3, 4);
      if (run) context.Rsp = base + displacement;
      p += 7;
    } else {
      return false;
    }
  }
  for (;;) {
    if (left() >= 1 && (p[0] & 0xf8) == 0x58) {
      if (run) unwinder.reg(p[0] & 7) = unwinder.pop();
      p += 1;
    } else if (left() >= 2 && p[0] == 0x41 && (p[1] & 0xf8) == 0x58) {
      if (run) unwinder.reg((p[1] & 7) + 8) = unwinder.pop();
      p += 2;
    } else {
      break;
    }
  }
  const bool leaves = (left() >= 1 && p[0] == 0xc3) ||
                      (left() >= 2 && p[0] == 0xf3 && p[1] == 0xc3) ||
                      (left() >= 3 && p[0] == 0x48 && p[1] == 0xff && (p[2] & 0x38) == 0x20);
  if (leaves && run) context.Rip = unwinder.pop();
  return leaves;
}

struct VirtualUnwind {
  uint64_t establisher = 0;
  uint32_t handler_rva = 0;
  void* handler_data = nullptr;
};

bool unwind_one(Unwinder& unwinder, uint32_t handler_kind, uint64_t pc,
                const RUNTIME_FUNCTION* function, VirtualUnwind& out) {
  const ModuleRecord& module = *unwinder.module;
  CONTEXT& context = *unwinder.context;
  uint32_t prolog_offset = static_cast<uint32_t>(pc - module.base - function->BeginAddress);
  bool machine_frame = false;
  for (int chain = 0; chain < kMaxChain; ++chain) {
    UnwindInfo info;
    if (!read_unwind_info(module, function->UnwindData, info)) return false;
    const bool in_body = prolog_offset >= info.prolog;
    if (chain == 0) {
      out.establisher = frame_base(unwinder, info, prolog_offset);
      const uint64_t end = module.base + function->EndAddress;
      if (in_body && epilogue(unwinder, pc, end, info, false)) {
        epilogue(unwinder, pc, end, info, true);
        return unwinder.good;
      }
      if (in_body && (info.flags & handler_kind) != 0 && (info.flags & kChained) == 0) {
        memcpy(&out.handler_rva, info.after, 4);
        out.handler_data = const_cast<uint8_t*>(info.after + 4);
      }
    }
    const uint64_t frame = chain == 0 ? out.establisher : frame_base(unwinder, info, 255);
    for (int i = 0; i < info.count;) {
      const uint8_t* code = info.codes + i * 2;
      const int slots = slots_of(code);
      if (i + slots > info.count) return false;
      const bool executed = chain != 0 || code[0] <= prolog_offset;
      if (executed && (code[1] & 15) != kEpilog) {
        apply_code(unwinder, code, info, frame, machine_frame);
      }
      i += slots;
    }
    if ((info.flags & kChained) == 0) break;
    function = reinterpret_cast<const RUNTIME_FUNCTION*>(info.after);
    prolog_offset = 255;
  }
  if (!machine_frame) context.Rip = unwinder.pop();
  return unwinder.good;
}

}  // namespace

PRUNTIME_FUNCTION lookup_function(uint64_t pc, uint64_t* image_base) {
  ModuleRecord* module = module_record_at(pc);
  if (module == nullptr || module->unloaded || module->exception_count == 0) return nullptr;
  *image_base = module->base;
  auto* begin = reinterpret_cast<RUNTIME_FUNCTION*>(module->base + module->exception_rva);
  auto* end = begin + module->exception_count;
  const auto rva = static_cast<uint32_t>(pc - module->base);
  auto* found = std::upper_bound(
      begin, end, rva,
      [](uint32_t value, const RUNTIME_FUNCTION& entry) { return value < entry.BeginAddress; });
  if (found == begin) return nullptr;
  --found;
  if (rva >= found->EndAddress) return nullptr;
  return (found->UnwindData & 1) == 0 ? found : nullptr;
}

bool unwind_frame(const KernelStack& stack, uint32_t handler_kind, CONTEXT& context,
                  UnwoundFrame& frame) {
  frame = {};
  if (context.Rsp < stack.limit || context.Rsp > stack.top - 8) return false;
  const uint64_t pc = context.Rip;
  frame.function = lookup_function(pc, &frame.image_base);
  Unwinder unwinder{&stack, module_record_at(pc), &context};
  if (frame.function == nullptr) {  // a leaf, or a jump to nowhere: its return address is on top
    frame.establisher = context.Rsp;
    context.Rip = unwinder.pop();
    return unwinder.good;
  }
  VirtualUnwind unwound;
  if (!unwind_one(unwinder, handler_kind, pc, frame.function, unwound)) return false;
  frame.establisher = unwound.establisher;
  if (unwound.handler_rva != 0 && unwound.handler_rva < unwinder.module->size) {
    frame.handler = reinterpret_cast<PEXCEPTION_ROUTINE>(frame.image_base + unwound.handler_rva);
    frame.handler_data = unwound.handler_data;
  }
  return true;
}

}  // namespace flthost::boundary
