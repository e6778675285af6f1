// Which of DbgPrintEx's components and levels are told.
#include <flthost/rtl/rtl.h>
#include <flthost/rtl/rtl_internal.h>

#include <array>
#include <atomic>

namespace flthost::rtl {
namespace {

struct Component {
  const char* name;
  uint32_t number;
};
constexpr Component kComponents[] = {
    {"SYSTEM", DPFLTR_SYSTEM_ID},
    {"SMSS", DPFLTR_SMSS_ID},
    {"SETUP", DPFLTR_SETUP_ID},
    {"NTFS", DPFLTR_NTFS_ID},
    {"FSTUB", DPFLTR_FSTUB_ID},
    {"CRASHDUMP", DPFLTR_CRASHDUMP_ID},
    {"CDAUDIO", DPFLTR_CDAUDIO_ID},
    {"CDROM", DPFLTR_CDROM_ID},
    {"CLASSPNP", DPFLTR_CLASSPNP_ID},
    {"DISK", DPFLTR_DISK_ID},
    {"REDBOOK", DPFLTR_REDBOOK_ID},
    {"STORPROP", DPFLTR_STORPROP_ID},
    {"SCSIPORT", DPFLTR_SCSIPORT_ID},
    {"SCSIMINIPORT", DPFLTR_SCSIMINIPORT_ID},
    {"CONFIG", DPFLTR_CONFIG_ID},
    {"I8042PRT", DPFLTR_I8042PRT_ID},
    {"SERMOUSE", DPFLTR_SERMOUSE_ID},
    {"LSERMOUS", DPFLTR_LSERMOUS_ID},
    {"KBDHID", DPFLTR_KBDHID_ID},
    {"MOUHID", DPFLTR_MOUHID_ID},
    {"KBDCLASS", DPFLTR_KBDCLASS_ID},
    {"MOUCLASS", DPFLTR_MOUCLASS_ID},
    {"TWOTRACK", DPFLTR_TWOTRACK_ID},
    {"WMILIB", DPFLTR_WMILIB_ID},
    {"ACPI", DPFLTR_ACPI_ID},
    {"AMLI", DPFLTR_AMLI_ID},
    {"HALIA64", DPFLTR_HALIA64_ID},
    {"VIDEO", DPFLTR_VIDEO_ID},
    {"SVCHOST", DPFLTR_SVCHOST_ID},
    {"VIDEOPRT", DPFLTR_VIDEOPRT_ID},
    {"TCPIP", DPFLTR_TCPIP_ID},
    {"DMSYNTH", DPFLTR_DMSYNTH_ID},
    {"NTOSPNP", DPFLTR_NTOSPNP_ID},
    {"FASTFAT", DPFLTR_FASTFAT_ID},
    {"SAMSS", DPFLTR_SAMSS_ID},
    {"PNPMGR", DPFLTR_PNPMGR_ID},
    {"NETAPI", DPFLTR_NETAPI_ID},
    {"SCSERVER", DPFLTR_SCSERVER_ID},
    {"SCCLIENT", DPFLTR_SCCLIENT_ID},
    {"SERIAL", DPFLTR_SERIAL_ID},
    {"SERENUM", DPFLTR_SERENUM_ID},
    {"UHCD", DPFLTR_UHCD_ID},
    {"RPCPROXY", DPFLTR_RPCPROXY_ID},
    {"AUTOCHK", DPFLTR_AUTOCHK_ID},
    {"DCOMSS", DPFLTR_DCOMSS_ID},
    {"UNIMODEM", DPFLTR_UNIMODEM_ID},
    {"SIS", DPFLTR_SIS_ID},
    {"FLTMGR", DPFLTR_FLTMGR_ID},
    {"WMICORE", DPFLTR_WMICORE_ID},
    {"BURNENG", DPFLTR_BURNENG_ID},
    {"IMAPI", DPFLTR_IMAPI_ID},
    {"SXS", DPFLTR_SXS_ID},
    {"FUSION", DPFLTR_FUSION_ID},
    {"IDLETASK", DPFLTR_IDLETASK_ID},
    {"SOFTPCI", DPFLTR_SOFTPCI_ID},
    {"TAPE", DPFLTR_TAPE_ID},
    {"MCHGR", DPFLTR_MCHGR_ID},
    {"IDEP", DPFLTR_IDEP_ID},
    {"PCIIDE", DPFLTR_PCIIDE_ID},
    {"FLOPPY", DPFLTR_FLOPPY_ID},
    {"FDC", DPFLTR_FDC_ID},
    {"TERMSRV", DPFLTR_TERMSRV_ID},
    {"W32TIME", DPFLTR_W32TIME_ID},
    {"PREFETCHER", DPFLTR_PREFETCHER_ID},
    {"RSFILTER", DPFLTR_RSFILTER_ID},
    {"FCPORT", DPFLTR_FCPORT_ID},
    {"PCI", DPFLTR_PCI_ID},
    {"DMIO", DPFLTR_DMIO_ID},
    {"DMCONFIG", DPFLTR_DMCONFIG_ID},
    {"DMADMIN", DPFLTR_DMADMIN_ID},
    {"WSOCKTRANSPORT", DPFLTR_WSOCKTRANSPORT_ID},
    {"VSS", DPFLTR_VSS_ID},
    {"PNPMEM", DPFLTR_PNPMEM_ID},
    {"PROCESSOR", DPFLTR_PROCESSOR_ID},
    {"DMSERVER", DPFLTR_DMSERVER_ID},
    {"SR", DPFLTR_SR_ID},
    {"INFINIBAND", DPFLTR_INFINIBAND_ID},
    {"IHVDRIVER", DPFLTR_IHVDRIVER_ID},
    {"IHVVIDEO", DPFLTR_IHVVIDEO_ID},
    {"IHVAUDIO", DPFLTR_IHVAUDIO_ID},
    {"IHVNETWORK", DPFLTR_IHVNETWORK_ID},
    {"IHVSTREAMING", DPFLTR_IHVSTREAMING_ID},
    {"IHVBUS", DPFLTR_IHVBUS_ID},
    {"HPS", DPFLTR_HPS_ID},
    {"RTLTHREADPOOL", DPFLTR_RTLTHREADPOOL_ID},
    {"LDR", DPFLTR_LDR_ID},
    {"TCPIP6", DPFLTR_TCPIP6_ID},
    {"ISAPNP", DPFLTR_ISAPNP_ID},
    {"SHPC", DPFLTR_SHPC_ID},
    {"STORPORT", DPFLTR_STORPORT_ID},
    {"STORMINIPORT", DPFLTR_STORMINIPORT_ID},
    {"PRINTSPOOLER", DPFLTR_PRINTSPOOLER_ID},
    {"VSSDYNDISK", DPFLTR_VSSDYNDISK_ID},
    {"VERIFIER", DPFLTR_VERIFIER_ID},
    {"VDS", DPFLTR_VDS_ID},
    {"VDSBAS", DPFLTR_VDSBAS_ID},
    {"VDSDYN", DPFLTR_VDSDYN_ID},
    {"VDSDYNDR", DPFLTR_VDSDYNDR_ID},
    {"VDSLDR", DPFLTR_VDSLDR_ID},
    {"VDSUTIL", DPFLTR_VDSUTIL_ID},
    {"DFRGIFC", DPFLTR_DFRGIFC_ID},
    {"DEFAULT", DPFLTR_DEFAULT_ID},
    {"MM", DPFLTR_MM_ID},
    {"DFSC", DPFLTR_DFSC_ID},
    {"WOW64", DPFLTR_WOW64_ID},
    {"ALPC", DPFLTR_ALPC_ID},
    {"WDI", DPFLTR_WDI_ID},
    {"PERFLIB", DPFLTR_PERFLIB_ID},
    {"KTM", DPFLTR_KTM_ID},
    {"IOSTRESS", DPFLTR_IOSTRESS_ID},
    {"HEAP", DPFLTR_HEAP_ID},
    {"WHEA", DPFLTR_WHEA_ID},
    {"USERGDI", DPFLTR_USERGDI_ID},
    {"MMCSS", DPFLTR_MMCSS_ID},
    {"TPM", DPFLTR_TPM_ID},
    {"THREADORDER", DPFLTR_THREADORDER_ID},
    {"ENVIRON", DPFLTR_ENVIRON_ID},
    {"EMS", DPFLTR_EMS_ID},
    {"WDT", DPFLTR_WDT_ID},
    {"FVEVOL", DPFLTR_FVEVOL_ID},
    {"NDIS", DPFLTR_NDIS_ID},
    {"NVCTRACE", DPFLTR_NVCTRACE_ID},
    {"LUAFV", DPFLTR_LUAFV_ID},
    {"APPCOMPAT", DPFLTR_APPCOMPAT_ID},
    {"USBSTOR", DPFLTR_USBSTOR_ID},
    {"SBP2PORT", DPFLTR_SBP2PORT_ID},
    {"COVERAGE", DPFLTR_COVERAGE_ID},
    {"CACHEMGR", DPFLTR_CACHEMGR_ID},
    {"MOUNTMGR", DPFLTR_MOUNTMGR_ID},
    {"CFR", DPFLTR_CFR_ID},
    {"TXF", DPFLTR_TXF_ID},
    {"KSECDD", DPFLTR_KSECDD_ID},
    {"FLTREGRESS", DPFLTR_FLTREGRESS_ID},
    {"MPIO", DPFLTR_MPIO_ID},
    {"MSDSM", DPFLTR_MSDSM_ID},
    {"UDFS", DPFLTR_UDFS_ID},
    {"PSHED", DPFLTR_PSHED_ID},
    {"STORVSP", DPFLTR_STORVSP_ID},
    {"LSASS", DPFLTR_LSASS_ID},
    {"SSPICLI", DPFLTR_SSPICLI_ID},
    {"CNG", DPFLTR_CNG_ID},
    {"EXFAT", DPFLTR_EXFAT_ID},
    {"FILETRACE", DPFLTR_FILETRACE_ID},
    {"XSAVE", DPFLTR_XSAVE_ID},
    {"SE", DPFLTR_SE_ID},
    {"DRIVEEXTENDER", DPFLTR_DRIVEEXTENDER_ID},
};

// One bit for each level. Everything is told until a mask is set.
std::array<std::atomic<uint32_t>, DPFLTR_ENDOFTABLE_ID>& masks() {
  static auto* const all = [] {
    auto* const made = new std::array<std::atomic<uint32_t>, DPFLTR_ENDOFTABLE_ID>;
    for (std::atomic<uint32_t>& mask : *made) mask.store(~uint32_t{0});
    return made;
  }();
  return *all;
}

// As the kernel: a level up to 31 is the number of a bit, above it a mask.
uint32_t bits_of(uint32_t level) {
  return level < 32 ? uint32_t{1} << level : level;
}

std::atomic<uint32_t>& mask_of(uint32_t component) {
  return masks()[component < masks().size() ? component : DPFLTR_DEFAULT_ID];
}

}  // namespace

bool debug_component(std::string_view name, uint32_t* component) {
  for (const Component& one : kComponents) {
    if (name != one.name) continue;
    *component = one.number;
    return true;
  }
  return false;
}

void set_debug_mask(uint32_t component, uint32_t mask) {
  mask_of(component).store(mask);
}

void set_all_debug_masks(uint32_t mask) {
  for (std::atomic<uint32_t>& one : masks()) one.store(mask);
}

bool debug_is_told(uint32_t component, uint32_t level) {
  return (mask_of(component).load(std::memory_order_relaxed) & bits_of(level)) != 0;
}

}  // namespace flthost::rtl
