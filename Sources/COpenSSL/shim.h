/* The functions of sha.h are marked deprecated; Fingerprint.swift says why they are used. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/sha.h>
