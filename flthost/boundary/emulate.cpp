// Instructions that kernel headers inline and that user mode cannot run: CR8 (the IRQL), and reads
// of KUSER_SHARED_DATA, which cannot be mapped at its address here.
#include <flthost/boundary/state.h>

#include <flthost/mm/mm.h>

#include <Zydis/Zydis.h>

#include <ucontext.h>
#include <algorithm>
#include <cstring>

namespace flthost::boundary {
namespace {

constexpr int kMaxInstruction = 15;
constexpr long long kTrapFlag = 0x100;
constexpr int64_t kTick = 156250;  // 15.625 ms in 100 ns, as KeQueryTimeIncrement
constexpr uint32_t kTickMultiplier = 0x0fa00000;

struct Decoded {
  ZydisDecodedInstruction instruction;
  ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
};

bool decode(uint64_t rip, Decoded& out) {
  uint64_t available = kMaxInstruction;
  if (const Section* section = section_at(rip)) {
    available = std::min<uint64_t>(available, section->address + section->size - rip);
  } else if (rip < reinterpret_cast<uint64_t>(boundary_leaf_begin) ||
             rip >= reinterpret_cast<uint64_t>(boundary_leaf_end)) {
    return false;
  }
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  return ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, reinterpret_cast<const void*>(rip),
                                             available, &out.instruction, out.operands));
}

// 0..15 in the processor's numbering, or -1.
int register_number(ZydisRegister name) {
  const ZydisRegister full = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);
  if (full < ZYDIS_REGISTER_RAX || full > ZYDIS_REGISTER_R15) return -1;
  return full - ZYDIS_REGISTER_RAX;
}

long long& machine_register(long long* registers, int number) {
  static constexpr int kIndex[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP,
                                     REG_RSI, REG_RDI, REG_R8,  REG_R9,  REG_R10, REG_R11,
                                     REG_R12, REG_R13, REG_R14, REG_R15};
  return registers[kIndex[number]];
}

bool is_register(const ZydisDecodedOperand& operand, ZydisRegister name) {
  return operand.type == ZYDIS_OPERAND_TYPE_REGISTER && operand.reg.value == name;
}

void put_time(volatile KSYSTEM_TIME& field, int64_t value) {
  field.High2Time = static_cast<LONG>(value >> 32);
  field.LowPart = static_cast<ULONG>(value);
  field.High1Time = static_cast<LONG>(value >> 32);
}

// The page as it would be now. One per thread, so that nobody writes what another reads.
void refresh_shared_data(State& state) {
  auto* data = reinterpret_cast<KUSER_SHARED_DATA*>(state.stack.shared_data);
  const int64_t interrupt_time = ke::interrupt_time();
  put_time(data->InterruptTime, interrupt_time);
  put_time(data->SystemTime, ke::system_time());
  put_time(data->TickCount, interrupt_time / kTick);
  data->TickCountMultiplier = kTickMultiplier;
  data->NtMajorVersion = 10;
  data->NtMinorVersion = 0;
  data->NtBuildNumber = 19041;
  data->NtProductType = static_cast<NT_PRODUCT_TYPE>(1);
  data->ProductTypeIsValid = TRUE;
  data->NativeProcessorArchitecture = 9;
  static constexpr char16_t kRoot[] = u"C:\\Windows";
  memcpy(data->NtSystemRoot, kRoot, sizeof kRoot);
}

// Loads into a whole general register: done here. Everything else is stepped over with its base
// register pointing to the thread's page.
bool emulate_load(const Decoded& decoded, const uint8_t* source, long long* registers) {
  const auto mnemonic = decoded.instruction.mnemonic;
  const ZydisDecodedOperand& to = decoded.operands[0];
  const ZydisDecodedOperand& from = decoded.operands[1];
  if (to.type != ZYDIS_OPERAND_TYPE_REGISTER || from.type != ZYDIS_OPERAND_TYPE_MEMORY)
    return false;
  const bool sign = mnemonic == ZYDIS_MNEMONIC_MOVSX || mnemonic == ZYDIS_MNEMONIC_MOVSXD;
  if (mnemonic != ZYDIS_MNEMONIC_MOV && mnemonic != ZYDIS_MNEMONIC_MOVZX && !sign) return false;
  const int number = register_number(to.reg.value);
  if (number < 0 || to.size < 32 || from.size > 64) return false;
  uint64_t value = 0;
  memcpy(&value, source, from.size / 8);
  if (sign && from.size < 64 && (value >> (from.size - 1)) != 0) value |= ~uint64_t{0} << from.size;
  if (to.size == 32) value = static_cast<uint32_t>(value);
  machine_register(registers, number) = static_cast<long long>(value);
  registers[REG_RIP] += decoded.instruction.length;
  return true;
}

}  // namespace

bool emulate_cr8_read(State& state, long long* registers) {
  Decoded decoded;
  if (!decode(static_cast<uint64_t>(registers[REG_RIP]), decoded)) return false;
  if (decoded.instruction.mnemonic != ZYDIS_MNEMONIC_MOV ||
      !is_register(decoded.operands[1], ZYDIS_REGISTER_CR8)) {
    return false;
  }
  const int number = register_number(decoded.operands[0].reg.value);
  if (number < 0) return false;
  machine_register(registers, number) = state.thread->irql;
  registers[REG_RIP] += decoded.instruction.length;
  return true;
}

bool emulate_shared_data_read(State& state, long long* registers, uint64_t address) {
  Decoded decoded;
  if (!decode(static_cast<uint64_t>(registers[REG_RIP]), decoded)) return false;
  refresh_shared_data(state);
  const uint64_t offset = address - kSharedDataAddress;
  if (emulate_load(decoded, state.stack.shared_data + offset, registers)) return true;
  for (int i = 0; i < decoded.instruction.operand_count; ++i) {
    const ZydisDecodedOperand& operand = decoded.operands[i];
    if (operand.type != ZYDIS_OPERAND_TYPE_MEMORY) continue;
    const int base = register_number(operand.mem.base);
    const uint64_t value = base < 0 ? 0 : machine_register(registers, base);
    if (base < 0 || (value >> 32) != (kSharedDataAddress >> 32)) continue;
    const ZydisDecodedOperand& to = decoded.operands[0];
    state.step_register = base;
    state.step_delta = reinterpret_cast<uint64_t>(state.stack.shared_data) - kSharedDataAddress;
    state.step_written = to.type == ZYDIS_OPERAND_TYPE_REGISTER &&
                         register_number(to.reg.value) == base &&
                         (to.actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
    machine_register(registers, base) += static_cast<long long>(state.step_delta);
    registers[REG_EFL] |= kTrapFlag;
    return true;
  }
  return false;
}

bool finish_single_step(State& state, long long* registers) {
  if (state.step_register < 0) return false;
  if (!state.step_written) {
    machine_register(registers, state.step_register) -= static_cast<long long>(state.step_delta);
  }
  state.step_register = -1;
  registers[REG_EFL] &= ~kTrapFlag;
  return true;
}

bool emulate_cr8_write(CONTEXT& context) {
  Decoded decoded;
  if (!decode(context.Rip, decoded)) return false;
  if (decoded.instruction.mnemonic != ZYDIS_MNEMONIC_MOV ||
      !is_register(decoded.operands[0], ZYDIS_REGISTER_CR8)) {
    return false;
  }
  const int number = register_number(decoded.operands[1].reg.value);
  if (number < 0) return false;
  const auto irql = static_cast<KIRQL>((&context.Rax)[number] & 15);
  if (irql > ke::current_irql()) {
    ke::raise_irql(irql);
  } else if (irql < ke::current_irql()) {
    ke::lower_irql(irql);
  }
  context.Rip += decoded.instruction.length;
  return true;
}

bool accesses_memory(uint64_t rip) {
  Decoded decoded;
  if (!decode(rip, decoded)) return false;
  for (int i = 0; i < decoded.instruction.operand_count; ++i) {
    const ZydisDecodedOperand& operand = decoded.operands[i];
    if (operand.type == ZYDIS_OPERAND_TYPE_MEMORY && operand.mem.type == ZYDIS_MEMOP_TYPE_MEM) {
      return true;
    }
  }
  return decoded.instruction.mnemonic == ZYDIS_MNEMONIC_RET;
}

}  // namespace flthost::boundary
