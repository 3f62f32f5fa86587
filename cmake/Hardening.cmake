# SPDX-License-Identifier: GPL-3.0-or-later
# What Debian builds its own programs with (dpkg-buildflags, hardening=+all), for builds that people install: the transcoder
# opens films from anywhere. Checks of the library need an optimised build. On Windows the linker's defaults do it
# (address space layout, no execution of data); GCC 12's stack protector would take a DLL of its own there.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  add_compile_options(-fstack-protector-strong -fstack-clash-protection)
  add_compile_definitions(_FORTIFY_SOURCE=2)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    add_compile_options(-fcf-protection)
  elseif(CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
    add_compile_options(-mbranch-protection=standard)
  endif()
  add_link_options(-Wl,-z,relro,-z,now)
endif()
