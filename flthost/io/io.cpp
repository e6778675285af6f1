#include <flthost/io/io.h>

namespace flthost::io {

void send(Request& request) {
  const ke::HostRole role("nt", "IofCallDriver");
  request.top_level_irp = ke::current_thread().top_level_irp;
  request.volume->filters->dispatch(request);
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
  request.volume->filters->complete(request);
}

void finish(Request& request) {
  request.completion(request, request.context);
}

}  // namespace flthost::io
