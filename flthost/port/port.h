// Communication ports between a driver and user-mode processes that use libfltlib.
//
// A Unix socket takes connections and FilterSendMessage; messages to user mode and their replies go
// through shared memory with futexes, so that a verdict costs two thread switches.
#pragma once

#include <flthost/flt/flt.h>
#include <flthost/ps/ps.h>

#include <string>

namespace flthost::port {

// What a client's process is; the front end knows how Linux processes look to drivers.
using DescribeProcess = ps::ProcessInfo (*)(uint32_t pid);

// Listens at this socket path (removed when stopped), and ends a filter's connections when it
// unregisters. Empty on success, else the error.
std::string start(const std::string& socket_path, DescribeProcess describe);
// Disconnects every client, stops listening, removes the socket.
void stop();

// Answers FilterGetDosName for clients: device name -> DOS name.
void set_volume_name(std::u16string_view device_name, std::u16string_view dos_name);

std::string leaks();

ke::ExportTable exports();  // FltCreateCommunicationPort, FltSendMessage, FltClose*...

}  // namespace flthost::port
