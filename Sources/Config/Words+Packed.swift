extension Words {
    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.
    static let packed: StaticString = """
        -7e;7\u{1b}\u{e}Io\u{7f}fO\u{2}^<k+I\u{1d}\"Yd\u{e}wCz5sp${,GmkGt]ck/\u{1e}H\u{8}\u{12}q\
        \u{18}EP\u{10}HV8\u{1f}>w[~PXDPC/}\rO#\u{13}\u{1}U\n*\u{15}T\u{1b}UsU,<p6i(\u{7f}P4uhEC*}%\
        j)eIT#\u{b}Kf\u{17}%5\u{14}M\u{19}?\u{e}\u{15}-\u{1b}NiE1\0(N\u{18}~*@tW\u{15}h\u{12}\
        \u{1d}Wz:U\u{f}R//\"aPM\u{f}%G+\u{5}]LZy\rHR3\u{19}?\u{15}\u{21}0G\r\"8\u{21}i\u{5}3\tU/zT\
        .B5(gs6)\u{15}\u{c}\u{1d}QZ6u5u\u{7f}+XA\t\t\u{3}\u{11}\u{1b}\u{12}9k\u{e}Z\\\u{15}\u{1e}T\
        ^;pp~\u{16}e\u{16}T3?=phAs\u{1f}=sxQw\u{e}</eu)Ch&X@k Sgc)\u{1d}?\u{1b}\u{1e}7\u{b}\tGPOZ\
        \u{5}C\u{19}5+Ob\u{b}iym\u{1c}I0\u{1a}\u{f}@\u{7f}Ov`\u{1a}pXV\u{1}\u{1}t/\u{3}\u{2}\u{b}\
        \u{3}0L<YH.\u{7}e\u{e}a\rsL(\u{15}\u{1f}LYNID?.Y%9\u{11}y3R%\u{10}>^\u{f}<L\u{16}\u{1d}p\
        \u{11}Ab\u{10}\u{1c}\u{15}1\u{19}HBux\u{16}\u{17}\u{1a}NUBTA5I$\u{b}f0\u{19};+\r\u{18}\
        \u{13}i<\"i\u{1e}Mi|X\u{12}`45\u{10}SsW\u{15}gLi\u{5}M(f\ns{*\u{1a}wR\t#=VSSs\u{19}%7\
        \u{18}6^H\u{16}K&.}?OE|5q4n+0PE\u{21}\tTZ'\np\u{10}IS'i\\.\\U\u{6}'h9\u{6}K&A\u{10}LUJ\r)\
        \u{13}0\u{5}[J'|\u{15}s\u{13}6fxxI\u{1e}]N[sy\u{18}K%z\u{6}8]^&5VA\u{15}y\u{4} \u{3}\u{12}\
        \u{1f}6\rGtg\u{8}.RV_\u{3}\u{11}f\u{17}3\u{4}\u{14}ie\u{1}b)\"\u{3}[[-\u{7f}lb7D?9H:\u{e}_\
        \u{b}(\u{10}#Y3&>\u{1}\u{12}m\0=#\u{7} vHz{\u{6}'m\u{19}x\u{1}\u{1}6r\u{5}\u{1e}\u{f}7myH`\
         \u{18}2)Ks]\u{2}5\"cak\u{1a}{I\u{18}jfI=i2r7ZZUV*\u{16}\u{1d}M\u{16}[\u{8}}d\u{11}&\u{c}\
        \u{2}\u{1a}q\u{18}\n/\u{7f}lak*\n\u{f}IX\"S)7\u{16}#D'\u{16}XKUZ+j985UR7\u{16}l\u{11}\u{6}\
        \u{f}\u{21}B\u{12})|LM\u{f};lf\u{8}}QHQS~Yu~\u{14}\n\u{1c}\u{21}jHHF3v@Nu\u{13}'wF\u{21}Kp\
        X5\u{1f}'y\"w6$\u{15}t,K(\u{1a}?\u{17}Q\u{e}\u{12}\u{1e}R+YR\u{3}{bhC\u{13}~I\0\n\u{1c}$:\
        \u{f}\u{2}4\tP\u{4}2\u{3}MpT8?LSB7bjq\u{8}<a\u{15}=5D0P+MMY\u{5}\\.7M\u{12}\u{21}\u{8}\\n\
        \u{12}8X\0\"\u{11}\u{10}\u{1b}\u{21}\u{2}h\u{14}l<\u{7}\u{4}\u{5}:\u{17}u2#\u{7}V\u{1d}C\0\
        pM\u{17}f]-;\u{21}^\u{8}>,`b\"\u{12}\n\u{7}Z\u{8}k\u{12}\u{10}*\u{4}JXb*GZV#\u{4}4Omj{L`\
        \u{1d}\u{1c}M,A\n+N\u{1c}=|}S/} =ut{d&4E\u{12}UY,:Hx\u{5}At\u{10}\u{15}f\u{17})G\u{14}_N\
        \u{21}Nq6Ce;\u{16}N|F&q#1ArFI *T^(<'R.\u{f}\u{7}^VrUi\u{1}ShVN\u{1d}~ny~_<ut[H\u{13}%)b\
        \u{16}O\u{16}o\u{6}\u{1d}\u{1c}\u{4}D\tFf\nO\"1\u{12}pH\u{b}g\u{17}tO'K\u{13}\u{1c}:\u{2}#\
        ^vD{9,|II6sF\\[,3\u{1f}\u{1}\u{5}\u{8}\u{5}0\u{12}\u{8}g\n)=\u{10}3jD|~C\u{18}{cWN~qS2x\\N\
        \u{16}7dr~z^6~OJ?IQ\n@_\u{13}\u{4}C&k\u{13}k\u{c}x;0\u{1f}%\nEOh\u{e}\to]Ow\u{1e}zW]Mx\
        \u{2}\u{21}=1O$`\u{b}1.:`zr\u{6}f^M\u{4}\0\u{7f}\u{11}\u{4}B\u{16}9%](B\u{1}4f\u{21}7\u{2}\
        \u{5}\t><,Bv|%X\u{12}AShHF-hk@0\u{19}\u{c}Dl\u{1e}\u{1d}A\u{21}yp\u{18}\rS>+/4 'bbt\u{10}p\
        a\u{8}\u{c},H\u{f}_:xb>Z\u{1e}7E\t\n\u{14}\u{2}4}1kcb\u{7}6HhvFbs\tb>v\n2t:1ClDRfRE`n\
        \u{1d}Q@1\u{19},jY\u{6}\u{e}W\"I\u{3}m)]];vD(J\u{13}6Gb\u{5}\u{1d}\u{1f}\u{e}pYdDxr\u{15}G\
        IHj0\u{6}.\u{2}EU<\nV \u{12}%A6[R&\r\u{1d}G}.kOWc\nJ(fdGK\u{13}>^\u{17}\u{1d}mDo\u{8}1Yt5#\
        mkm\u{1d}uZ)i\u{1c}}?{&[U\u{1d}\u{13}t%\u{2}n)odnni;\t iZ\n2kPo%JD9%5wWwu&6\u{4}op</fNScbS\
        q4\u{1e}_T\u{14}4knN\u{e}\u{4}8W`VUqB\u{1d}\u{7}H3:e\u{19}\u{c}SSt\u{1}$\u{1a};\u{1b}h{ \
        \u{8}DB]+)\0E+Tr\\aA\u{18}jMX\u{5}hbLQQzG6E\u{21}+\u{8}R\u{16}\u{7f}N\u{10}{\n(|J\u{e}/-]t\
        8.g\u{2}U-u\u{5}RpHC\u{5}rJ\u{1f}_\u{7f}t\u{7}mjis\u{1f}\u{1c}8tov6C\u{12}jb.\u{c}\u{15}l)\
        U\u{7}WyW_\\Lr-=RG3`(\u{15}8%\u{13}&A-\u{5}\u{f}0\u{18}y\t@\u{c}\u{6}iGDm\u{11}0u\\2&gJ7I^\
        \u{15}'\u{2};8 7V0G\u{b}zTT\u{f}&\u{1d}\u{6}<yiRye'k\u{b}Df:6c+(\u{16}\r-\u{1d}`\u{1}V_ o2\
        2 5Ct\u{18}E\u{2}\u{8}B\u{7f}T0\u{f}%[qJ\u{12}6M~>C<@:/z+n\u{6}N\u{17}/\u{14}Txo. f \u{1e}\
        w?_unHA4@ewkcACm\u{12}X\u{12}]&^(Z9dhNNj.\u{4}=\\TRRdZ\u{f}&:5f\u{17}OR\u{e}H\\*N'\u{11}\
        \u{17}\u{8}p\u{11}\u{e}aG>%\tf:3\0\\1R\\+\u{1e}G\u{2}\u{f}\u{1c},b(9/eDirW9ltuBi[3o\u{1e}_\
        |N\u{1}8KlmuE\u{1d}4wPq\\X'Ep*nzTnL%\u{16}i\u{2}\u{1f}0{fI\u{b}.P\u{14}\u{13}K:e&\\X='<\
        \u{f}{\r$;.7V\u{7f}2wFa\u{7}iO\u{7}\"Y\u{15}X\u{1e}\0\u{5}i-q/DGeN9ca\u{e}etqE3FsbK\u{6}]q\
        S\u{7}\u{f}|@F\u{13}\u{1c}:\u{c}\u{3}\u{c}n\u{15}tgt\u{6}j\u{7f}\u{4}:\nKny2P\u{18}X\u{1d}\
        ,\r|WQF( aFkw\"tce2D_\u{10}XX\u{3}\u{3}\u{b}\ta7VYS\u{1a}f\u{7}`-\\J&@slQ\u{12}3\u{14}H\
        \u{15}'aQ1l'my\t\u{4}HX\u{10}uiuQ\u{16}n#\u{10}\u{1}\u{f}\tb\tX(=\u{7}\n%1\u{c}N\"gI\u{18}\
        \u{11}\u{19}\u{1f}t_r\"~\u{1d}O-4\u{7}cBf]\u{16}=\0\u{21}\u{1f}WeW\u{8}r6kBqKLZ\u{14}Z_,h\
        \t\u{2}A\u{1b}sx,\u{11}\u{f}8<$'3UBQ\u{4}0b74.\nB87Hc\"\u{21}'.&3p+=ob$Bn\u{1d}Bvn$E`&@9`A\
        T\u{3}-\u{1f}'\n\u{5}%&@Gt\u{6}mf-mvF\u{15}r- \u{3}(\u{10}=\u{f}D\u{11}-\u{21}?\\97\u{5}$T\
        {\u{1c};p}#/\u{1d}DVRu.;M\u{7}B \u{21}\u{7}Q\tBj\u{10}(\06\u{8}\u{3}Gvo\u{f}?M\u{1e}qHU\0H\
        \u{13}^7m\u{18}*\u{18}U3\u{4}hTI,n[:OB\u{5}I%k%$T9kmz1\u{b}\u{21}o\u{3}IDG-z[\u{16}@\u{18}\
        TgtA4F\\D;$k\u{f}m?~SW\u{f}\u{1c}zv'gv\u{1f}}qA7vs\u{18}#\u{16};W PN$\nFsVU5U\u{12}3}[7wmy\
        MN.z\u{1f}=}_#\u{7f}@\u{16}n7z\u{1f}Mr$W\u{14}p'K\u{1b}7>:z-\u{7f}\u{8}PQMl\u{7f}zJ\u{2}93\
        O\u{1f}<VM\n5S$\u{10}0adT()\u{2}P\u{1c}2K/\u{7}n7s\u{b}3(M\u{f}\u{1b}%\u{15}~Y\n\u{1f}V6'L\
        \u{1b}[sU,&\u{11}\u{1a}o%^\u{17}N\u{1e}\\&V\u{13}er2a~6w7;7O\u{18}:V\u{1c}y\0=cj\u{21}+\
        \u{18}\"1\r]K\tlV.vww]\"O\u{21}\r\u{13}\u{3}}{^\\;'`\u{3}JY,pe\u{10}|IYcc&\u{2}6X\u{c}%^F\
        \u{17}X\u{16}\u{c}=x\u{19}0 \u{14}*J\u{c}.\u{1e},\tuIT8Zn\u{3}u\u{1a}eJ\\\u{1c}Y(\u{17}vh\
        \u{e}\u{f}G\n\r^\u{1d}l4\\d\0\u{5}\u{f}\u{18}\u{1b}L\u{16}h\u{6}0f#\0\u{1}k):G9\u{7f}\n\
        \u{5}xvRQ\u{13}6\u{16}q\u{18}S\u{6}tak\u{f}\u{1c}{\u{1c}I\u{e}\r\u{19}\u{5}Z\t%D%SH;\u{f}7\
        n\u{1d}bf(TdsB2Z\u{1f}FZ4\u{1b}\u{1f}=`\u{19}4j6,%8\u{b}2}9\u{1c}\u{14}[\u{10}\0gdF8*  &L\
        \u{19}:@?4\0iDq9c\u{11}g?E\u{10}\u{c}3\u{16}rs\u{1f}1\tyIz<\u{1f}n,Z3DXL>;%\"5\r0x\u{21}=\
        \u{f} )SS\0\u{f}\\zbBqU\u{17}\u{e}@Hh~PC4fqJNlu9dBas\u{8}YF3cCo\u{3}o1\u{8}Mnf\u{5};l\u{4}\
        6qF;\u{13}?\u{13}-Xy)\\WZLZ\t\u{15}\u{b}:\u{1a}CPD\u{1e}\u{1d}3\n\u{e}6p\u{b}Yu_3EI\u{13}\
        \r\u{1e}.\u{1}V>,/\u{18}R\u{1a}7bd2b.W'P6+f\rS8\u{b}y\u{4}4-9\u{12};\u{4}z, vn\u{7f}<:i?4h\
        b)}Zqp\r\u{1f}\u{8}Wcj<\u{4}gS\u{1f}U'#\u{c}*\u{4})\u{b}\u{4}dpTB8d\nn\u{2}Zr\\1r,kX\u{e}\
        \u{5}:D\u{16}G\u{3}E\u{3}\u{b}BhV\u{1c}KM8I3\u{16}|z\u{3}4\u{17}\u{1a}pGb^U`\u{1b}eUE%Nb{U\
        A[8-a\u{2}c#T</\u{19}k\u{19}$\0\u{12}J\tmLZyT3\u{1c}\u{21}OW\u{18},q@?c<L\u{4}QF\u{1d}\
        \u{13}\u{11}E>eOz\r\u{11}UN\u{21}\u{1d}\u{1e}\u{2}\rBD\u{1c}TSo\u{18}w%\u{14}SA5Hzs\u{1d}P\
        -A`78R\rgDIb\u{19}ai\u{18}\u{12}P\u{15}FWcGa\u{12}kb\u{8}Z\u{10}W\u{13}\u{14}\"\u{1}\"0@\
        \u{7}\u{7f}>H\u{14}Hz\u{5}\u{1f},\u{18}Qz\u{17}\rbVTu5>{\0m\n\u{e}\u{7f}V-\u{1b}\u{1b}wR$\
        \n\"Y6XD\u{1e}\u{2}\u{21}\u{12}\u{10}?\u{e}y\u{f}cIT\u{3}n'\u{2}%O2ILt\u{2}: x.]PgYSf@M\\e\
        \nT\u{e}pr2\u{1b}o\u{10}\0r\u{18}\u{17}\u{11}KX2e-|(I\u{14})\n-V3\u{19};\u{e}7)]d\tQ=vt%g\
        \tfX\u{10}@\u{8}Bp*\u{7}.\u{1c}\"K$-6\u{1d}@\u{13}q\ni4\r:cXDu\u{6}\u{16}.@d\rQKAr5\rXR\
        \u{8}Rq BPejupqR,\u{1}\u{c}K\u{1e}\u{e}$~}\u{1c}[8[\u{1}>S03\u{8}E,n` \0~[_ojk\u{f}?;\
        \u{7f};/]8x|\u{1f}UT({zQ#\u{5}3\u{4}s-b$=np&8yDpAgy\u{15}_\u{c}8n\u{c}Dp\u{3}\u{8}[+.1{ \
        \u{1a}_M\u{16}(qX/\u{1e}\u{21}\u{5}\u{f}O\u{15}g-~%ig\"\u{14}\\UN\u{7f}G\u{1f}n/\u{15}l\
        \u{19}3{k&A\\tHW~sssqD.j\u{11}\u{12}\u{1c}5[+\\Y-OMERyEg[SyYJovj,\"/:(e#T\u{1e},\u{12}\"\t\
        (]\u{8}SC`A sdl8\u{1d}S6\u{17}*\u{1e}g:d6:\u{10}^h\u{19}C\u{5}St\"l\u{b}F`k\u{18}TK\u{3}-\
        \u{15}Rr\u{b}\u{5}\u{4}W\r36-)7\u{14}7c93Nn\u{7f}t\r:\\1cEX\t\u{11}ra/]EwJs2q\u{21}S(F*h]G\
        )P_\tUXG\u{8}g}nl~\u{17};?wkQ\u{1c}ty^H5'cnP-\u{18}1\u{1d}yO\u{15}G\0Q\tIQaYJj\rom~m(m\
        \u{21}F\u{16}fvGx\u{7f}+$HRF{:Y+&%?j\u{10}9?&|?D$;QS^\u{c}\t\u{1f}\u{2}Y\u{2}\u{2}#^+M.^\
        \u{8}=,\u{f}tpciQE-M\u{c}<4i$\u{8}U+me\u{13}&\u{16}y@*=\u{8}rn.71\u{3}\u{b}{\u{1e}xj=S0/s\
        \u{1}\u{1a}\u{19}c4\0px\u{1b})LPvFBI@\u{7f}}bAsQ0\u{5}\u{4}\u{11}\u{6}'A%kP\u{c}\u{12}CG=1\
        ^0\u{3}C\u{b},\u{8}{< V#Cf\tbvLmLL<ql)\u{1a}3oV\u{10}\u{19}fIo^DDFU_+[MrP7oPX,a\rO\u{e}y\
        \u{1f}Gk\u{19}3&U?\nH1=\u{8}\u{6}Tb4G85\u{1a}\u{1a}\u{7}6j\u{21}h\u{15}\u{1d}\u{4}?sK:HZA\
        \u{1c}y\u{12}f\u{3}R+M`r\u{e}egrgF?J:Lpxg5h|X\u{1}u\u{e}|\u{18}9$>\u{13}+\u{16}HB'_8iK'T):\
        D[3-)nW\t[B=mtwO<s\u{17}\r0t6\u{16}+R-M\u{1c}\u{1c}Da#RS\u{c}zJ\u{11} ]\u{19}\u{2}\u{17},7\
        \u{14}/K>.\u{19}.I}(P<-O1/\u{17}}#\u{18}\u{10}z\u{1}|<\u{7f}N]_\u{b}t)\"'rN\u{8}\u{5}\
        \u{1c}|6\"M>KlYy\u{8}Gm8\u{e}c_<u\u{5}Q/U\u{b}C\u{8}zNnhy\t#a+~q<L\u{13}QS9ShWh\u{12}N<\
        \u{21}JJ\u{b}\u{b}Z} \u{3}O^E2\u{19}\u{c}joF:\u{2}Zf\u{16}f(\rGk\u{e}MiN3D2p6y<\u{12}\
        \u{18}\u{17}\u{2}|q]sN($IBYx\u{10}s\u{11}NB-\u{18}yG\u{e}\u{3}gsOOy\u{8}q`\0fXJ\u{f}'s_(q1\
        u\u{19}.;\"`F>\u{7f}\u{19}`DT\u{1a}\u{f}K%\u{1}ahi*^_Ax\u{12}m?%],\u{7f}]\"WTf_pq0Oz<m\
        \u{2}-ac6@LGT\u{7}~cxx9\u{19}f5?Ei\u{b}\u{1}F\u{1d}>r|AcGN]\u{2}Y=sC7k_\0WTP4ZQOY$p=mMP\
        \u{19}D1\u{f}9b\u{6}\u{15}\u{15}3\u{7f}*2\u{14}5@*oz}E)\\\u{21}l\u{13}@L[}I\u{10}(*Of#o\
        \u{4}\u{7f}XV@fQ8wp5u2 md\u{1f}^C/\u{11}O1\u{1c}|\u{15}EEO\u{13}\u{3}a*q2 XC~\u{19}6\"\
        \u{c}%Ar%5\u{e}\u{5}.L \u{8}\u{1d}JA\u{3}\u{12}$\u{15}}35\u{12}DZ]\u{12}wPd\u{15}}k(\u{1a}\
        Q\"'8\tF_H-KR53. :x.\u{1d}zj\u{7}{UK$cN5\u{18}%\u{c}TosR{kK>%A\u{14}\u{1e}q\r#\u{f}}\u{5}1\
        +\u{7f}\n.^|q~S/_j&\u{17}\u{3}^b?RxM#|\u{b}E\u{e}3>\u{2}\u{6}9eX\0\u{6}C\u{17}\0s\u{21}<&\
        \0H\u{12}cY4\"\\Dx\ra*'_uoioWG/\"N\nX?\u{e}\u{2}@.B\u{10}\0Pp\u{1d}\u{1} S\u{14}p,i$Z=II+X\
        /d\u{4}UnY941%s+:&\"-\u{1}9CRIJ{\u{15}wDVP*\u{16}[0R)<0_|2CW\u{c}]\u{1e}\u{1f}\u{16}btj\\&\
        \u{7}u.\u{1b}\t\u{1c}\u{c}\\P \u{13}\u{11}jrQ..QAs0`uD*9zXQV\u{7f}{Mo2\0KU\u{17}al#\u{13}o\
        9/\u{2}nbkM\u{f}=r?\0pkrbx\u{1c}\u{e}4b#fT\"je\u{13}s\u{1b}K\u{21}\u{1}_\u{1}l\u{8}4G'f7\
        \u{7f}-.A1A\u{1d}WSYLAv\u{1c}y\u{1d}\u{e}b\nnc\u{1d}O:\\\u{19}Js\u{17}P3\u{1}2\u{21}\u{1}d\
        \u{12}b26\n\rtS1(\u{12}\u{12}\u{17}q}5\u{1}^KKb\u{5}W\u{10}<tVE}8#\u{b}@iK#\nA@\u{2}]8w\
        \u{f}:1R\u{3}QW>5-\u{16}15\u{1e}\u{2}\"a#\u{3}CBnrjJQ\u{13}R\u{10}b?O?N\tL\u{18}/ZK)AV\
        \u{c}\u{14}qqR\u{13}Pe(o\u{1c}~v~MI\u{2}^0Vt*shl\u{8}\u{12}\u{16}`(P0UC*`,z~#{\u{7f}:\
        \u{13}:\u{21}\u{b}0_O%:\nAroj$aNAy`g\"+a<w.%Y;\u{1f}i\u{f}\u{18}\u{8}-\"F>\u{12}M\u{11}=(\
        \r@z\u{1a}\u{5}\n\u{3};bYP+{vD\u{1d}\u{7f}\u{2}\u{8}\u{1b}?\u{1f}b(\u{1d}&\u{e}LI{#G\u{12}\
        \u{16}b\u{5}\"\u{3}A\u{18}Ot\u{4}HI]w\r\u{21}\u{7}s5.\u{16}\u{1d}4rN\u{17}D\u{18}G\u{1}bLM\
        +~q\t\u{21}\u{21}]Nf\u{17}\r\0[~\u{1a}FgtBI#\r].NHR-~5\u{6}%\r\u{1b}%y\u{c}Ri\u{10}E\u{11}\
        y72t\u{1c}eJ?:vbk'w?ud~SmJ\u{7f}~?\u{1d}8xp't\u{17}R=3\u{7f}Y3\u{1f}=\u{7f}tq\u{b}'`/p=\
        \u{8}X\u{1f}>v`y\u{7f}\u{b}]B\u{14}{\u{13}V\u{16}Q]#\u{1c}_5Y\nv\u{12}4iR^\u{12}\u{1d}Bl}F\
        YLR\u{15}\u{1}0DJ?\u{f}C&Dn\04S]\u{1e}.\u{1d}B\u{5}r;b<\"5H~\u{16}(^\u{e}f\u{f}.\u{1} Gi\
        \u{7}f.O\u{14}#\u{1c}\u{1}7.\\nW<\u{15}:\u{2}\u{19}3'RfK\u{13})\u{12}GnF+%~>QLN\u{f}W(0\\_\
        \u{19}b\u{b}uwmJTLGF8\u{10}\u{18}M732Snb\u{1c}:\n\u{19}\n8*f\u{c}\u{15}\u{21}B_\u{7}#Q\
        \u{11}\u{1f}o=@gAX\u{1d}\u{7f}\u{19}\u{2}\u{3}\u{1a}g\n\u{11}NXL\u{7f}J|\u{1}j>?U\u{c}$`\
        \u{17}MWdMoI?{uON<ulY_\u{1e}>zm(t<\u{13}{z=U5C\u{2}\u{8}\u{e}{qolp0R\u{1d}\u{2}U\u{5}#0=a\
        \tT\u{15}jiY~\u{16}\u{b}iaR\u{7f}Hg\u{8}\u{21}$r\n\"No\0\n7U\u{1a}7jV\u{16}2fO*%plbOa}\
        \u{7f}wg\u{e}\u{1f}RlA\u{7f}4\u{6}K24\u{12}:Vi5\u{2}1`\u{4}\u{1d}B&8Z\t\u{16}P\u{13}3ke\
        \u{14}\n6a\u{1}L@\u{8}\u{1a}.8j\tp|~\u{5}B2_Zu%u9_\u{14}[.\u{11}BN\tj_y\"tBs\r\rZ_IXH\
        \u{1f}\u{b}\u{1a}\u{e}KzY?\u{4}jRX[\u{12}0t:M#np0P|@\u{19}JaUs`ST+{'m\neMMbRo\"3\u{f}\
        \u{1c}z&`?)VTUETf1{9h&X/|\u{1e}\0\u{19}a{X\u{6}xV%8Wk'\n1\u{c}M?\u{5}0vZh\u{1a}`LUC,}kB/`k\
         dU-l-\0B\0K/\u{11}l\u{f}T\u{5}Vf\u{10}\0YK?PaGz{\u{1f}\u{21}l>\\?s\u{1c}\u{15}X<s\u{c}u~\
        \u{7f}Cz7`\u{e}t+e*\u{11}o<W\u{1e}\u{17}?\u{1f}e\u{b}t6\u{14}muI[\u{c}k\u{1b}I*44-4?p\
        \u{1b}\u{f}b{r{19d]\u{f}\u{1a}\u{11}\u{6}1.\u{e}%w+ w\u{14}T*izJ#ZwzU\u{1e}d\u{5}o\u{11}`g\
        t\rG>Uil:SW3'g^\u{5}3:W:IMG+\u{b}1rK\u{17}ubx\u{15}\u{5}u+l6J\u{1d}\u{10}PuE \u{f}c*.\
        \u{1c}>Gt\u{1c}hYEos ]\u{19}:\u{11}ZWg,ii\u{11}&^4uTM\u{10}FKs\u{f}[u;zN-Z\u{c}KNYHidm\
        \u{12}`#\u{10}\u{1f}1\u{1c}:M\u{12}\u{1a}1 Gg@\u{2}\u{18}P08\u{f}Ek/(`@zkB\u{19}4R7\u{c}1H\
        \u{14}o\u{12}eM9y^\u{10}SgIEze-bnN;rg9+\u{11}\u{1c}\0{9b\rFp\u{5}%W)jV\u{4}\u{7}R\u{1e}';o\
        C\u{10}(;>yd7G]\u{19}3\u{18}\u{1d}J\"\r\u{17}Y\riYLa~\u{6}\u{b}pM:\u{7}n@u\u{c}\u{21}DO\
        \u{17}\u{12}]\u{18}(\r\u{f}# \u{17}Msy\u{18} \u{14}LZ\u{12}]J\u{5}F>\"\u{1a}\u{2}\u{5}.A\
        \u{1e}\u{8}(P3\u{11}CU1z\u{19}f\u{f}\u{3}-G+0B3,\u{15}\u{10}\u{1e}X\u{16}\u{14}\"9PZ\u{15}\
        \r\u{17}D\u{1c}K~gq~\0:U\u{1a}}S>yP].v\u{14}oU4s34=\u{1e}A;{:\"O$a.8F\u{8}\u{17}R\"#U,F;g\
        \u{8}[*L-C:)\u{17}-_\u{7}\u{11}\u{1e}\u{1e}9xdG>2xJz\u{3}\u{14}\u{10}Ai\u{7f}\u{13}ur\u{f}\
        \u{16},y\u{1f}1\u{7}%\u{2}c\u{1b}t\u{5}<G'_-\t,IrVUaU\u{e}\u{1f}T\u{16}87>\u{1d}f@_\0wp&p$\
        \u{1c}\u{15}8g=`'B E\u{13}d_\u{12}\u{2}og\u{1b}\\B+>8[b\u{17}mg\u{15}?~\u{1b}Br\u{7}\u{e}\
        \u{1d}\u{7f}\u{2}hZzjs\u{3}KwK\u{e}\u{1c}z`0$#aQ<\u{12}\u{16}UJ\u{7f}`yx~:gV4kr\u{f}H|:T\
        \u{c}SjKWNS\u{4}HO/?>kn\u{17}.y0dGZLD\u{7}\u{17}\u{21}p\u{16}b)W\u{4}vaXZ\u{7f}tic'Ug\
        \u{17}\u{e}^O(h/cD;\u{4}4aD\u{6}F\u{10}:7F9&\tiY-\u{f}\u{4}H4euMy>\u{7}q\u{1d}v^\u{7}c/d\
        \u{11};\u{1}F\u{1}`\u{e}\u{5}s\u{13}\u{10} ZY(v\u{4}DB1p\0sCXHc(\0SlU.~u+'\u{f})\u{21}\
        \u{1e}\u{1e}GG|wQJ\u{21}WH\n\u{1d}9p-v\u{f}i^<+9Q\u{10}a$6,Jh\u{1}b\u{7f}C\u{1d}\u{1d}H\
        \u{1a}bv{E^d\u{15}.|\u{1d}\u{4}uf\u{13}f?\u{1c}V\u{7f}1q_1$ \u{6}\u{e}=nbiPU\u{3}$\"\u{8}<\
        \u{14}}E8.$[&I5+O[\u{8}/\u{4}\u{11}l\u{2}n\u{18}.\"]\u{21}~=%j\rG\u{17}bab_IDP:\u{b}\n\" 0\
        \rAa\u{8}]\u{b}\u{1a}-\n\u{1d}{ku\u{18}uq\u{5}js\u{18}5\u{6}6\u{f}T}FZ~\u{14}CgB\u{17}\
        \u{1a}F\u{1b}\t\u{8}n\u{1f}nZ\u{1b}\n%v\u{4}\r\u{b}xm9\u{e}vs\u{1c}@w_;\u{8}X^Mm\u{14}\
        \u{2}UT\u{7}'xOup\u{7f}@\"\u{1b}K\u{1}\u{1}e\u{12}UI\u{10}\u{13}\u{12}7\u{7f}8kKDA/,'d[\
        \u{1e}*\u{13}Y\u{11}r6N\u{14}zod??\u{19}\u{4}$~B;-q\u{11}\r:>.M/dE\u{1f}y\u{1}\u{6}*<x\n;E\
        \u{e}\" (jgSz]^\u{5}}gM\u{14}&\u{2}q\u{3}QsQ\u{12}\u{1d}jA#o\u{1d}^$_OMis9\u{13}a\u{17}Yh7\
        ~y.QttmnVU\u{c}}\u{6}\u{1b}\n\u{c}\u{1b}\u{3}%v\0\u{1d}g}4^.Btpi\u{13}j{S+j.6=I`\u{14}I\
        \u{1d}xv~W/<\u{1f}\u{10}\u{f}\u{1}I5{/\u{e}>{Q(Z\u{2}f\u{1}\\FB3dl&bvhh}\u{10}\u{1c}/h9\
        \u{17}SK@#@m%bd@]\u{1d}M{\u{2}#Lfp^l{\u{18}4<IKOV\u{2}=DcWHh\u{6} #i\u{1e}_F\u{5}C<\u{1a}.\
         K<1\u{19}\u{3}8m\u{17}N/qj\u{11}6\u{1c}6VK'\u{8}lf\u{1}zI\u{1d}X7U\u{1d}\u{10}\t~PB\u{6}y\
        1].\u{1d}+93&N\u{19}ndP.mxa\u{1e}\u{1a}GC)XyM\u{15}\u{11}\u{3}&yBml_Qq|*\u{8}\n\u{1b}K>9LX\
        Tx,&w\nSt_|\u{1}aO\u{16}Mb4\u{1a}WKaAfk\rE{D\u{11}CN:h\u{19}\u{b}qpOe\u{13}@\u{1b}:n\u{1f}\
        hi\u{1c}sL@O#1%\u{16}#\u{e}\u{e}X*t kV\u{17}[^XY\u{7}\u{f}*[FF)o[62pViy/NA8\u{10}Q(O\u{7}^\
        @q{\u{14}<|M\u{10}\u{f}?u\u{7f}\u{3}
        """
}
