# SPDX-License-Identifier: GPL-3.0-or-later
# Toolchain file: programs for 64-bit Windows, built on Debian. The prefix that installer/windows/build-deps filled is
# named by -D FRAMEHAND_WINDOWS_PREFIX=... or the variable of that name in the environment.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(target x86_64-w64-mingw32)
# "posix": the flavour of GCC that has std::thread and std::mutex.
set(CMAKE_C_COMPILER "/usr/bin/${target}-gcc-posix")
set(CMAKE_CXX_COMPILER "/usr/bin/${target}-g++-posix")
set(CMAKE_RC_COMPILER "/usr/bin/${target}-windres")
set(CMAKE_AR "/usr/bin/${target}-gcc-ar-posix" CACHE FILEPATH "")
set(CMAKE_RANLIB "/usr/bin/${target}-gcc-ranlib-posix" CACHE FILEPATH "")

# The projects that CMake makes to try the compiler know the environment only.
if(FRAMEHAND_WINDOWS_PREFIX)
  set(ENV{FRAMEHAND_WINDOWS_PREFIX} "${FRAMEHAND_WINDOWS_PREFIX}")
endif()
set(prefix "$ENV{FRAMEHAND_WINDOWS_PREFIX}")
set(CMAKE_FIND_ROOT_PATH "/usr/${target}" "${prefix}")
list(APPEND CMAKE_PREFIX_PATH "${prefix}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# The host's libraries are no answer to pkg-config's questions.
set(ENV{PKG_CONFIG_LIBDIR} "${prefix}/lib/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")
set(ENV{PKG_CONFIG_SYSROOT_DIR} "")
# moc, rcc and uic are the host's: the same version of Qt.
set(QT_HOST_PATH /usr CACHE PATH "")
execute_process(COMMAND gcc -print-multiarch OUTPUT_VARIABLE host OUTPUT_STRIP_TRAILING_WHITESPACE)
set(QT_HOST_PATH_CMAKE_DIR "/usr/lib/${host}/cmake" CACHE PATH "")
