# SPDX-License-Identifier: GPL-3.0-or-later
#
# framehand_wayland_protocol(NAME SIDE XML): the library NAME of what wayland-scanner makes of a protocol's description
# for the SIDE client or server. Its header is <file name of XML>-SIDE-protocol.h.
function(framehand_wayland_protocol name side xml)
  # This machine's, whatever machine is built for.
  find_program(FRAMEHAND_WAYLAND_SCANNER wayland-scanner REQUIRED)
  cmake_path(GET xml STEM stem)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}")
  set(header "${folder}/${stem}-${side}-protocol.h")
  # Its code is C that is C++ as well, where the header has declared the constants extern.
  set(code "${folder}/${stem}-protocol.cpp")
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${header}" COMMAND "${FRAMEHAND_WAYLAND_SCANNER}" ${side}-header "${xml}" "${header}"
    DEPENDS "${xml}" VERBATIM)
  add_custom_command(OUTPUT "${code}" COMMAND "${FRAMEHAND_WAYLAND_SCANNER}" private-code "${xml}" "${code}"
    DEPENDS "${xml}" "${header}" VERBATIM)
  add_library(${name} STATIC "${code}" "${header}")
  target_compile_options(${name} PRIVATE -include "${header}")
  target_include_directories(${name} SYSTEM INTERFACE "${folder}")
  target_link_libraries(${name} PUBLIC PkgConfig::WAYLAND_${side})
endfunction()
