// The Filter Manager from outside, by names, as fltmc and FilterLoad's family ask it.
// PASSIVE_LEVEL; no caller needs a filter of its own.
#pragma once

#include <flthost/flt/flt.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::flt {

// Volumes go by device name or DOS name. An empty instance name is the filter's default instance,
// an empty altitude its definition's. `created` gets the instance's name.
NTSTATUS attach_by_name(std::u16string_view filter, std::u16string_view volume,
                        std::u16string_view instance, std::u16string_view altitude,
                        std::u16string* created);
// InstanceQueryTeardown is asked, and may refuse. An empty name is any instance of the filter.
NTSTATUS detach_by_name(std::u16string_view filter, std::u16string_view volume,
                        std::u16string_view instance);

// The structures of the information class, one for each. Empty names mean all.
using Blobs = std::vector<std::vector<uint8_t>>;
NTSTATUS filter_blobs(std::u16string_view filter, FILTER_INFORMATION_CLASS what, Blobs* blobs);
NTSTATUS volume_blobs(FILTER_VOLUME_INFORMATION_CLASS what, Blobs* blobs);
// Of that filter, on that volume, of that name.
struct InstanceWanted {
  std::u16string filter, volume, instance;
};
NTSTATUS instance_blobs(const InstanceWanted& wanted, INSTANCE_INFORMATION_CLASS what,
                        Blobs* blobs);

// Where the volume of this device name is; false when there is none.
bool dos_name_of(std::u16string_view volume, std::u16string* dos_name);

}  // namespace flthost::flt
