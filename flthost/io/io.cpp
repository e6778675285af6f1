#include <flthost/io/legacy.h>

namespace flthost::io {

void send(Request& request) {
  const ke::HostRole role("nt", "IofCallDriver");
  request.top_level_irp = ke::current_thread().top_level_irp;
  if (request.below_filters) {
    request.filter_state = nullptr;
    return request.volume->fs->submit(request);
  }
  request.volume->filters->dispatch(request);
}

void send_to_file(Request& request) {
  const PFILE_OBJECT file = request.parameters.TargetFileObject;
  const PDEVICE_OBJECT hint = device_hint(file);
  request.volume = volume_or_null(file);
  if (request.volume != nullptr) {
    if (hint != nullptr) request.below_filters = host_device(hint).below_filters;
    return send(request);
  }
  send_to_device(hint != nullptr ? hint : top_of(file->DeviceObject), request);
}

NTSTATUS send_to_file_and_wait(Request& request) {
  ke::HostEvent done;
  request.completion = [](Request&, void* context) { static_cast<ke::HostEvent*>(context)->set(); };
  request.context = &done;
  send_to_file(request);
  done.wait();
  return request.status.Status;
}

NTSTATUS send_and_wait(Request& request) {
  ke::HostEvent done;
  request.completion = [](Request&, void* context) { static_cast<ke::HostEvent*>(context)->set(); };
  request.context = &done;
  send(request);
  done.wait();
  return request.status.Status;
}

void complete(Request& request, NTSTATUS status, ULONG_PTR information) {
  const ke::HostRole role("nt", "IopfCompleteRequest");
  request.status.Status = status;
  request.status.Information = information;
  if (request.below_filters) return finish(request);
  request.volume->filters->complete(request);
}

void finish(Request& request) {
  request.completion(request, request.context);
}

}  // namespace flthost::io
