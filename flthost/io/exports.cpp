#include <flthost/io/call.h>
#include <flthost/io/legacy.h>

#include <vector>

using namespace flthost;

PIRP NTAPI IoGetTopLevelIrp(VOID) {
  return ke::current_thread().top_level_irp;
}
VOID NTAPI IoSetTopLevelIrp(PIRP Irp) {
  ke::current_thread().top_level_irp = Irp;
}

BOOLEAN NTAPI IoIsFileOriginRemote(PFILE_OBJECT FileObject) {
  return (FileObject->Flags & FO_REMOTE_ORIGIN) != 0 ? TRUE : FALSE;
}

PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(VOID) {
  static GENERIC_MAPPING mapping{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE,
                                 FILE_ALL_ACCESS};
  return &mapping;
}

namespace flthost::io {

ke::ExportTable exports() {
  static const auto* const all = [] {
    static const ke::Export own[] = {
        FLTHOST_EXPORT(IoGetTopLevelIrp),
        FLTHOST_EXPORT(IoSetTopLevelIrp),
        FLTHOST_EXPORT(IoIsFileOriginRemote),
        FLTHOST_EXPORT(IoGetFileObjectGenericMapping),
    };
    auto* const rows = new std::vector<ke::Export>(std::begin(own), std::end(own));
    for (const ke::ExportTable& table :
         {device_exports(), driver_exports(), irp_exports(), cancel_exports(), name_exports(),
          query_exports(), open_exports(), transfer_exports(), information_exports(),
          directory_exports(), fsrtl_name_exports(), fsrtl_context_exports(), fsrtl_exports(),
          cc_exports()}) {
      rows->insert(rows->end(), table.rows, table.rows + table.count);
    }
    return rows;
  }();
  return {all->data(), all->size()};
}

}  // namespace flthost::io
