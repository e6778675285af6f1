#include <flthost/verifier/image_code.h>

#include <Zydis/Zydis.h>

#include <algorithm>
#include <cstring>

namespace flthost::verifier {
namespace {

constexpr uint64_t kStatusTimeout = 0x102;
constexpr int64_t kFifthArgument = 0x20;

struct Instruction {
  ZydisDecodedInstruction head;
  ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
};

// Registers and stack slots as far as one pass in the order of the addresses tells.
struct Pass {
  Routine& routine;
  bool seen_irql = false;
  std::map<ZydisRegister, uint32_t> addresses;
  std::map<ZydisRegister, bool> zero;
  bool fifth_zero = false;
  bool after_test = false;
  ImportCall* last_import = nullptr;
  int since_import = 0;
};

ZydisRegister whole(ZydisRegister name) {
  return ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);
}

bool is_branch(const ZydisDecodedInstruction& head) {
  return head.meta.category == ZYDIS_CATEGORY_CALL ||
         head.meta.category == ZYDIS_CATEGORY_COND_BR ||
         head.meta.category == ZYDIS_CATEGORY_UNCOND_BR;
}

bool is_rip_relative(const ZydisDecodedOperand& operand) {
  return operand.type == ZYDIS_OPERAND_TYPE_MEMORY && operand.mem.base == ZYDIS_REGISTER_RIP;
}

void note_import_result(Pass& pass, const Instruction& in) {
  if (pass.last_import == nullptr || ++pass.since_import > 8) return;
  const ZydisMnemonic what = in.head.mnemonic;
  if (what == ZYDIS_MNEMONIC_TEST || what == ZYDIS_MNEMONIC_CMP) pass.after_test = true;
  const bool sign = what == ZYDIS_MNEMONIC_JS || what == ZYDIS_MNEMONIC_JNS ||
                    what == ZYDIS_MNEMONIC_JL || what == ZYDIS_MNEMONIC_JNL;
  if (pass.after_test && sign) pass.last_import->tests_sign = true;
  if (is_branch(in.head)) pass.last_import = nullptr;
}

void note_stores(Pass& pass, const Instruction& in) {
  const ZydisDecodedOperand& to = in.operands[0];
  const ZydisDecodedOperand& from = in.operands[1];
  if (in.head.operand_count_visible < 2) return;
  const bool fifth = to.type == ZYDIS_OPERAND_TYPE_MEMORY && to.mem.base == ZYDIS_REGISTER_RSP &&
                     to.mem.disp.value == kFifthArgument;
  if (fifth) {
    pass.fifth_zero =
        (from.type == ZYDIS_OPERAND_TYPE_IMMEDIATE && from.imm.value.u == 0) ||
        (from.type == ZYDIS_OPERAND_TYPE_REGISTER && pass.zero[whole(from.reg.value)]);
    return;
  }
  if (to.type != ZYDIS_OPERAND_TYPE_REGISTER) return;
  const ZydisRegister name = whole(to.reg.value);
  pass.addresses.erase(name);
  pass.zero[name] = in.head.mnemonic == ZYDIS_MNEMONIC_XOR &&
                    from.type == ZYDIS_OPERAND_TYPE_REGISTER && whole(from.reg.value) == name;
}

uint32_t address_in(Pass& pass, ZydisRegister name) {
  const auto found = pass.addresses.find(name);
  return found == pass.addresses.end() ? 0 : found->second;
}

}  // namespace

ImageCode::ImageCode(const boundary::Image& image) : image_(image) {
  for (uint32_t i = 0; i < image.exception_count; ++i) {
    uint32_t row[3];
    const size_t at = image.exception_rva + size_t{i} * sizeof row;
    if (at + sizeof row > image.bytes.size()) break;
    std::memcpy(row, image.bytes.data() + at, sizeof row);
    if (row[0] < row[1] && row[1] <= image.bytes.size()) functions_[row[0]] = row[1];
  }
  for (const boundary::ImageImport& import : image.imports) imports_[import.slot_rva] = import.name;
}

const boundary::ImageSection* ImageCode::section_at(uint32_t rva) const {
  for (const boundary::ImageSection& section : image_.sections) {
    if (rva >= section.rva && rva < section.rva + section.size) return &section;
  }
  return nullptr;
}

bool ImageCode::is_code(uint32_t rva) const {
  const boundary::ImageSection* const section = section_at(rva);
  return section != nullptr && (section->characteristics & boundary::kSectionExecute) != 0;
}

const Routine& ImageCode::routine_at(uint32_t rva) {
  Routine wanted;
  wanted.begin = rva;
  auto function = functions_.upper_bound(rva);
  // A routine without an entry there (a leaf) ends before the next one begins.
  wanted.end =
      function != functions_.end() ? function->first : static_cast<uint32_t>(image_.bytes.size());
  if (function != functions_.begin()) {
    --function;
    if (rva < function->second) {
      wanted.begin = function->first;
      wanted.end = function->second;
    }
  }
  const auto known = routines_.find(wanted.begin);
  if (known != routines_.end()) return known->second;
  Routine& made = routines_[wanted.begin] = wanted;
  decode(made);
  return made;
}

void ImageCode::decode(Routine& routine) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  const bool leaf = !functions_.contains(routine.begin);
  Pass pass{routine, false, {}, {}, false, false, nullptr, 0};
  routine.imports.reserve(256);  // last_import points into it
  for (uint32_t at = routine.begin; at < routine.end;) {
    Instruction in{};
    if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, image_.bytes.data() + at, routine.end - at,
                                             &in.head, in.operands))) {
      break;
    }
    const uint32_t next = at + in.head.length;
    note_import_result(pass, in);
    for (int i = 0; i < in.head.operand_count_visible; ++i) {
      const ZydisDecodedOperand& operand = in.operands[i];
      if (operand.type == ZYDIS_OPERAND_TYPE_REGISTER && operand.reg.value == ZYDIS_REGISTER_CR8) {
        pass.seen_irql = true;
      }
      if (operand.type == ZYDIS_OPERAND_TYPE_IMMEDIATE && !is_branch(in.head) &&
          operand.imm.value.u == kStatusTimeout) {
        routine.knows_timeout = true;
      }
    }
    note_stores(pass, in);
    const ZydisDecodedOperand& first = in.operands[0];
    if (is_branch(in.head) && first.type == ZYDIS_OPERAND_TYPE_IMMEDIATE) {
      const auto to = static_cast<uint32_t>(next + first.imm.value.s);
      if (to < routine.begin || to >= routine.end) {
        routine.calls.push_back({at, to, pass.seen_irql});
      }
    } else if (is_branch(in.head) && is_rip_relative(first)) {
      const auto slot = static_cast<uint32_t>(next + first.mem.disp.value);
      const auto import = imports_.find(slot);
      if (import != imports_.end() && routine.imports.size() < routine.imports.capacity()) {
        ImportCall call{at, import->second, 0, 0, false, false};
        call.rcx = address_in(pass, ZYDIS_REGISTER_RCX);
        call.rdx = address_in(pass, ZYDIS_REGISTER_RDX);
        call.fifth_zero = pass.fifth_zero;
        if (call.name == "KeGetCurrentIrql") pass.seen_irql = true;
        routine.imports.push_back(call);
        pass.last_import = &routine.imports.back();
        pass.since_import = 0;
        pass.after_test = false;
      }
    } else {
      for (int i = 0; i < in.head.operand_count_visible; ++i) {
        if (!is_rip_relative(in.operands[i])) continue;
        const auto to = static_cast<uint32_t>(next + in.operands[i].mem.disp.value);
        if (in.head.mnemonic == ZYDIS_MNEMONIC_LEA) {
          pass.addresses[whole(first.reg.value)] = to;
        } else {
          routine.data.push_back({at, to, pass.seen_irql});
        }
      }
    }
    const bool ends = in.head.meta.category == ZYDIS_CATEGORY_RET ||
                      in.head.meta.category == ZYDIS_CATEGORY_UNCOND_BR;
    if (leaf && ends) break;
    at = next;
  }
}

}  // namespace flthost::verifier
