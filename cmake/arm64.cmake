# SPDX-License-Identifier: GPL-3.0-or-later
# Toolchain file: builds for 64-bit ARM Linux (Raspberry Pi OS and Debian on arm64) on a machine of another architecture,
# with Debian's cross compiler and the root folder that "tools/sysroot arm64" makes.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(triplet aarch64-linux-gnu)
set(FRAMEHAND_SYSROOT "${CMAKE_CURRENT_LIST_DIR}/../build/sysroot-arm64" CACHE PATH "The root folder of the other architecture")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES FRAMEHAND_SYSROOT)
cmake_path(NORMAL_PATH FRAMEHAND_SYSROOT)
if(NOT EXISTS "${FRAMEHAND_SYSROOT}/.framehand-sysroot")
  message(FATAL_ERROR "There is no sysroot in ${FRAMEHAND_SYSROOT}: make it with tools/sysroot arm64")
endif()
set(CMAKE_SYSROOT "${FRAMEHAND_SYSROOT}")
set(CMAKE_C_COMPILER ${triplet}-gcc)
set(CMAKE_CXX_COMPILER ${triplet}-g++)
set(CMAKE_LIBRARY_ARCHITECTURE ${triplet})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# pkg-config must see nothing of this machine.
set(ENV{PKG_CONFIG_LIBDIR} "${CMAKE_SYSROOT}/usr/lib/${triplet}/pkgconfig:${CMAKE_SYSROOT}/usr/share/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")
set(ENV{PKG_CONFIG_SYSROOT_DIR} "${CMAKE_SYSROOT}")

# Qt's moc, rcc and so on are this machine's, of the same version.
execute_process(COMMAND gcc -print-multiarch OUTPUT_VARIABLE host OUTPUT_STRIP_TRAILING_WHITESPACE)
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR "/usr/lib/${host}/cmake" CACHE PATH "")

# Programs that are asked for what they say of themselves, and tests. It does not serve the children that they start.
find_program(FRAMEHAND_QEMU qemu-aarch64-static)
if(FRAMEHAND_QEMU)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${FRAMEHAND_QEMU};-L;${CMAKE_SYSROOT}")
endif()

unset(host)
unset(triplet)
