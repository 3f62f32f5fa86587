# SPDX-License-Identifier: GPL-3.0-or-later
# Dozens of test programs are linked from the same large libraries, which LLVM's linker does in a tenth of the time. What
# people install is linked by the linker of the distribution.
if(CMAKE_BUILD_TYPE STREQUAL "Debug" AND CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  find_program(FRAMEHAND_LLD ld.lld DOC "LLVM's linker, for debug builds")
  mark_as_advanced(FRAMEHAND_LLD)
  if(FRAMEHAND_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()
