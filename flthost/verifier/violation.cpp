#include <flthost/verifier/violation.h>

#include <cstdio>

namespace flthost::verifier {
namespace {

std::string hex(uint64_t value) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
  return text;
}

std::string frame_text(const boundary::ReportFrame& frame) {
  std::string text = frame.host || frame.address == 0 ? frame.module + "!" + frame.symbol
                                                      : boundary::symbol_name(frame);
  if (!frame.file.empty()) text += " [" + frame.file + " @ " + std::to_string(frame.line) + "]";
  if (frame.host) text += " (host code in this role)";
  return text;
}

}  // namespace

Violation violation_of(const ke::Bugcheck& bugcheck, const boundary::Report& report) {
  Violation violation;
  violation.rule = rule_of(bugcheck).name;
  violation.bugcheck = bugcheck.code;
  for (int i = 0; i < 4; ++i) violation.parameters[i] = bugcheck.parameters[i];
  if (const boundary::ReportFrame* const frame = report.driver_frame()) {
    violation.function = boundary::symbol_name(*frame);
    violation.file = frame->file;
    violation.line = frame->line;
  }
  violation.irql = report.irql;
  violation.sentence = report.sentence;
  violation.bucket = report.bucket;
  violation.source = report.source;
  violation.note = report.note;
  for (const boundary::ReportFrame& frame : report.stack) {
    violation.stack.push_back(frame_text(frame));
  }
  return violation;
}

nlohmann::json to_json(const Violation& violation) {
  nlohmann::json parameters = nlohmann::json::array();
  for (const uint64_t parameter : violation.parameters) parameters.push_back(hex(parameter));
  return {{"rule", violation.rule},     {"bugcheck", hex(violation.bugcheck)},
          {"parameters", parameters},   {"function", violation.function},
          {"file", violation.file},     {"line", violation.line},
          {"irql", violation.irql},     {"sentence", violation.sentence},
          {"bucket", violation.bucket}, {"stack", violation.stack},
          {"source", violation.source}, {"note", violation.note},
          {"where", violation.where}};
}

Violation from_json(const nlohmann::json& value) {
  Violation violation;
  violation.rule = value.at("rule");
  violation.bugcheck =
      static_cast<uint32_t>(std::stoul(value.at("bugcheck").get<std::string>(), nullptr, 16));
  for (size_t i = 0; i < 4; ++i) {
    violation.parameters[i] =
        std::stoull(value.at("parameters").at(i).get<std::string>(), nullptr, 16);
  }
  violation.function = value.at("function");
  violation.file = value.at("file");
  violation.line = value.at("line");
  violation.irql = value.at("irql");
  violation.sentence = value.at("sentence");
  violation.bucket = value.at("bucket");
  violation.stack = value.at("stack");
  violation.source = value.at("source");
  violation.note = value.at("note");
  violation.where = value.at("where");
  return violation;
}

std::string text_of(const Violation& violation) {
  std::string text = violation.rule + ": bug check " + hex(violation.bugcheck) + " (";
  for (int i = 0; i < 4; ++i) text += (i == 0 ? "" : ", ") + hex(violation.parameters[i]);
  text += "), IRQL " + std::to_string(violation.irql) + "\n";
  if (!violation.function.empty()) {
    text += "  " + violation.function;
    if (violation.line != 0) {
      text += " [" + violation.file + " @ " + std::to_string(violation.line) + "]";
    }
    text += "\n";
  }
  text += "  " + violation.sentence + "\n";
  for (const std::string& line : violation.source) text += "    " + line + "\n";
  if (!violation.note.empty()) text += "  note: " + violation.note + "\n";
  return text;
}

}  // namespace flthost::verifier
