# wdk_add_driver(NAME target SOURCES ... [IMAGE name] [INCLUDES ...] [DEFINES ...] [OPTIONS ...] [ARCH x64|arm64]
#                [OUTPUT_DIR dir])
#
# Builds OUTPUT_DIR/IMAGE.sys and IMAGE.pdb (IMAGE defaults to NAME) with tools/wdkcc when the target is built (part of "all").
# OUTPUT_DIR defaults to the current binary directory. The target's property WDK_DRIVER_IMAGE is the
# path of the image. Headers that the sources include are tracked through a depfile.

set(WDK_ROOT_DIR "${CMAKE_CURRENT_LIST_DIR}/.." CACHE INTERNAL "")
set(WDK_CC "${CMAKE_CURRENT_LIST_DIR}/../../tools/wdkcc" CACHE INTERNAL "")

# Import libraries of one architecture, made once per build tree (target wdk_import_libs_ARCH).
function(wdk_import_libraries arch)
  set(dir "${CMAKE_BINARY_DIR}/wdk/lib-${arch}")
  if(TARGET wdk_import_libs_${arch})
    return()
  endif()
  find_program(WDK_DLLTOOL NAMES llvm-dlltool-19 llvm-dlltool REQUIRED)
  set(machine "i386:x86-64")
  if(arch STREQUAL "arm64")
    set(machine "arm64")
  endif()
  set(libs "")
  foreach(module ntoskrnl hal fltmgr cng ksecdd)
    set(lib "${dir}/${module}.lib")
    set(def "${WDK_ROOT_DIR}/def/${module}.def")
    add_custom_command(
      OUTPUT "${lib}"
      COMMAND ${CMAKE_COMMAND} -E make_directory "${dir}"
      COMMAND ${WDK_DLLTOOL} -m ${machine} -d "${def}" -l "${lib}"
      DEPENDS "${def}"
      COMMENT "Import library ${module}.lib (${arch})"
      VERBATIM)
    list(APPEND libs "${lib}")
  endforeach()
  add_custom_target(wdk_import_libs_${arch} DEPENDS ${libs})
  set_property(GLOBAL PROPERTY WDK_IMPORT_LIBS_${arch} "${libs}")
  set_property(GLOBAL PROPERTY WDK_IMPORT_DIR_${arch} "${dir}")
endfunction()

function(wdk_add_driver)
  cmake_parse_arguments(D "" "NAME;IMAGE;ARCH;OUTPUT_DIR" "SOURCES;INCLUDES;DEFINES;OPTIONS" ${ARGN})
  if(NOT D_NAME OR NOT D_SOURCES)
    message(FATAL_ERROR "wdk_add_driver: NAME and SOURCES are needed")
  endif()
  if(NOT D_ARCH)
    set(D_ARCH x64)
  endif()
  if(NOT D_OUTPUT_DIR)
    set(D_OUTPUT_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  if(NOT D_IMAGE)
    set(D_IMAGE "${D_NAME}")
  endif()
  get_filename_component(image_name "${D_IMAGE}" NAME)
  set(image "${D_OUTPUT_DIR}/${image_name}.sys")
  wdk_import_libraries(${D_ARCH})
  get_property(lib_dir GLOBAL PROPERTY WDK_IMPORT_DIR_${D_ARCH})
  get_property(libs GLOBAL PROPERTY WDK_IMPORT_LIBS_${D_ARCH})
  set(sources "")
  foreach(source IN LISTS D_SOURCES)
    get_filename_component(path "${source}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND sources "${path}")
  endforeach()
  set(flags "")
  foreach(dir IN LISTS D_INCLUDES)
    get_filename_component(path "${dir}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND flags "-I${path}")
  endforeach()
  foreach(def IN LISTS D_DEFINES)
    list(APPEND flags "-D${def}")
  endforeach()
  add_custom_command(
    OUTPUT "${image}"
    BYPRODUCTS "${D_OUTPUT_DIR}/${image_name}.pdb"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${D_OUTPUT_DIR}"
    COMMAND "${WDK_CC}" -o "${image}" --arch ${D_ARCH} --lib "${lib_dir}"
            --cache "${CMAKE_CURRENT_BINARY_DIR}/${D_NAME}.wdkcc" --depfile "${image}.d" ${flags}
            ${D_OPTIONS} ${sources}
    DEPENDS ${sources} ${libs} "${WDK_CC}"
    DEPFILE "${image}.d"
    COMMENT "Driver ${image_name}.sys (${D_ARCH})"
    VERBATIM)
  add_custom_target(${D_NAME} ALL DEPENDS "${image}")
  add_dependencies(${D_NAME} wdk_import_libs_${D_ARCH})
  set_target_properties(${D_NAME} PROPERTIES WDK_DRIVER_IMAGE "${image}")
endfunction()
