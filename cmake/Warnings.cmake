# SPDX-License-Identifier: GPL-3.0-or-later
add_library(framehand_warnings INTERFACE)
target_compile_options(framehand_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  -Wformat=2 -Wimplicit-fallthrough $<$<BOOL:${FRAMEHAND_WERROR}>:-Werror>)
# GCC 12 sees overlaps and overflows in std::string that are not there once it optimises (GCC bugs 105651, 105329,
# 105762).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(framehand_warnings INTERFACE -Wno-restrict)
  if(CMAKE_CXX_FLAGS MATCHES "-O" OR NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(framehand_warnings INTERFACE -Wno-array-bounds -Wno-stringop-overflow)
  endif()
endif()
# Qt's own implicit conversions are not ours to warn about, and its keywords clash with other headers.
target_compile_definitions(framehand_warnings INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH)
