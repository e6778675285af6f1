// The summary that sluiced writes at its end.
#pragma once

#include "recorder.h"

#include <nlohmann/json.hpp>

namespace sluice::service {

nlohmann::json service_summary(const Accounting& accounting, const ClientCounts& counts,
                               std::uint64_t boot, std::uint32_t generation);

}  // namespace sluice::service
