// dotnet.exe: NuGet has the frameworks of .NET for Windows but not the program that starts them. This one loads the hostfxr.dll
// that lies below its own folder, whatever its version, and hands the arguments over.
#include <stdio.h>
#include <windows.h>

typedef int (__cdecl *start)(int count, const wchar_t **arguments, const wchar_t *host, const wchar_t *root, const wchar_t *program);

int wmain(int count, wchar_t **arguments)
{
    static wchar_t host[4096], root[4096], path[8192];
    if (!GetModuleFileNameW(NULL, host, 4096)) return 1;
    wcscpy(root, host);
    *wcsrchr(root, L'\\') = 0;

    WIN32_FIND_DATAW version;
    swprintf(path, 8192, L"%ls\\host\\fxr\\1*", root);
    HANDLE search = FindFirstFileW(path, &version);
    if (search == INVALID_HANDLE_VALUE) { fwprintf(stderr, L"There is no %ls.\n", path); return 1; }
    FindClose(search);

    swprintf(path, 8192, L"%ls\\host\\fxr\\%ls\\hostfxr.dll", root, version.cFileName);
    HMODULE library = LoadLibraryW(path);
    start run = library ? (start)(void *)GetProcAddress(library, "hostfxr_main_startupinfo") : NULL;
    if (!run) { fwprintf(stderr, L"Cannot load %ls: error %lu.\n", path, GetLastError()); return 1; }
    return run(count, (const wchar_t **)arguments, host, root, L"");
}
